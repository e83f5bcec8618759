"""Crimean Tatar words and cells for trials."""

from tests.search.conflation.turkic.paradigms import Language, endings

_PAST = "= m ñ Q ñIz lAr"
_NOW = "Im sIñ = mIz sIñIz lAr"

LANGUAGE = Language(
    vowels="aâeıioöuü",
    choices={
        "A": {"a": "aâıou", "e": "eiöü"},
        "I": {"ı": "aâıou", "i": "eiöü"},
        "Q": {"q": "aâıou", "k": "eiöü"},
        "Ğ": {"ğ": "aâıou", "g": "eiöü"},
        "D": {"t": "çfhkpqsşt", "d": ""},
    },
    noun_cells=endings("= lAr", "= nIñ nI DA DAn DAki nen")
    + endings("= lAr", "Im|m Iñ|ñ ImIz|mIz IñIz|ñIz", "= nIñ nI DA DAn")
    + endings("I|sI lArI", "= nIñ nI nA ndA ndAn")
    + "=",
    verb_cells=endings("= mA", "DI sA", _PAST)
    + endings("A|y mAy", "m|Im sIñ = mIz sIñIz lAr")
    + endings("Ar|r", _NOW)
    + endings("mAz", _NOW)
    + endings("AcAQ|ycAQ mAycAQ", "= sIñ mIz sIñIz lAr")
    + endings("Ip|p mAyIp mAQ mAQtA AyIm|yIm AyIQ|yIQ sIn sInlAr IñIz|ñIz mAsIn mAñIz mAlI mAlIsIñ", "="),
    nouns="""ev kitap:kitab oquv millet halq vatan qırım qırımlı yarımada şeer şeherler köy:köy deñiz dağ çöl suv özen burun:burn
    ağız:ağz oğul:oğl boyun:boyn bala bal balıq:balığ balqon baş başqan baar bağ bağça mektep:mekteb ocaapay talebe gazeta
    haber maqale jurnalist saylav prezident reis nazir deputat qanun mahkeme akim polis ordu asker cenk barışıq:barışığ sıñır
    devlet ükümet meclis azatlıq:azadlığ aq serbestlik:serbestlig til söz ses sual cevap:cevab qol köz qulaq:qulağ ayaq:ayağ yürek:yüreg
    qış yaz küz yol yurt yıldız ay kün sene afta saat vaqıt:vaqt iş işçi ustalar dost dostluq:dostluğ ana baba tata ağa qardaş qız
    ot at et ekmek:ekmeg süt yağ tuz şeker çay çiçek:çiçeg terek:tereg yapraq:yaprağ meyva yüzüm alma armut:armud ayvan mışıq:mışığ köpek:köpeg
    quş tavuq:tavuğ qoyun sığır Rusiye Ukraina Aqmescit Kezlev Bağçasaray Kefe Kıyiv Moskva Türkiye Cemilev Çubarov Putin Zelenskıy
    yıl yırcı yır masal mal maliye manası maqsat meydan meyil meydança insan insaniyet apis apishane advokat""",
    verbs="""al kel ket:ked et:ed ber kör bil de ol qal sal yaz oqu laf aytı çalış işle başla söyle iste bekle ara tap çıq kir qaç
    tüş otur tur yat yaşa öl öldür ağla kül sev unut ketir aç bağla kes ur sın tut saqla qorçala çağır köster ögren ögret
    tüşün sora baq eşit qoy at sat aldat ös art deñiş toqta qazan coy qayt tasdiqla imzala tevqif yardım""",
    adjectives="büyük kiçik yahşı fena güzel uzun qısqa yañı eski qırmızı aq qara yeşil küçlü zayıf paalı ucuz",
    adjective_cells="= lAr lArnI lArnIñ lArdA lArdAn I|sI InI|sInI DIr",
)
