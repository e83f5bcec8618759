"""Uzbek words and cells for trials, as written in the Latin script."""

from tests.search.conflation.turkic.paradigms import Language, endings

_PAST = "= m ng k ngiz lar"
_NOW = "man san miz siz"
_CASES = "= ning ni ga da dan"

LANGUAGE = Language(
    vowels="aeiou",
    choices={"G": {"k": "k", "q": "q", "g": ""}},
    noun_cells=endings("= lar", "= ning ni Ga da dan dagi gacha")
    + endings("= lar", "im|m ing|ng i|si imiz|miz ingiz|ngiz", _CASES),
    verb_cells=endings("= ma", "di sa", _PAST)
    + endings("a|y may", "man san di miz siz dilar")
    + endings("Gan maGan", "= man san miz siz lar dir")
    + endings("yap", "man san ti miz siz tilar")
    + endings("moqda", "= man lar")
    + endings("ib|b mab", "man san di miz siz dilar")
    + endings("ar|r mas", "= man san miz siz lar")
    + endings("Gan", "im imiz lar larning larni idan ida")
    + endings("ayotgan|yotgan adigan|ydigan", "= lar larni")
    + endings("ish|sh", "= ni ga da dan i ning im")
    + endings(
        "moq moqchi ib|b may masdan gach Guncha ay|y aylik|ylik sin sinlar ing|ng inglar|nglar masin masinlar", "="
    ),
    nouns="""kitob oʻgʻil:oʻgʻl burun:burn ogʻiz:ogʻz qorin:qorn koʻngil:koʻngl boʻyin:boʻyn yurak:yurag bola ona ota opa aka uka oʻrtoq:oʻrtogʻ
    uy shahar qishloq:qishlogʻ koʻcha yoʻl suv daryo dengiz togʻ choʻl koʻl kun oy yil hafta vaqt soat bosh boshliq:boshligʻ boy bayroq:bayrogʻ bayram bozor barmoq:barmogʻ
    bol bolta baliq:baligʻ odam ot otliq:otligʻ oʻt it tosh doʻst doʻstlik:doʻstlig dars maktab muallim talaba universitet gazeta jurnalist xabar
    maqola saylov prezident vazir vazirlik:vazirlig deputat qonun sud sudya politsiya armiya askar urush tinchlik:tinchlig chegara davlat hukumat xalq millat
    vatan tuproq:tuprogʻ neft gaz iqtisodiyot bank pul soʻm byudjet savdo tadbirkor ishchi ish zavod shifokor bemor kasalxona dori virus eshik:eshig
    deraza devor stol non sut yogʻ tuz shakar gul barg meva uzum anor hayvon mushuk:mushug qush tovuq:tovugʻ sigir qoʻy til soʻz savol javob ovoz koʻz qoʻl
    oyoq:oyogʻ quloq:qulogʻ soch tizza yulduz Oʻzbekiston Toshkent Samarqand Moskva Rossiya Ukraina Turkiya Mirziyoyev Putin Zelenskiy Qozogʻiston
    huquq erkinlik:erkinlig mol moliya maʼno mashina maslahat yosh yoshlik:yoshlig qor qora qorovul sanʼat sana sanoat san""",
    verbs="""ol kel ket et ber koʻr bil de ye boʻl qol sol yoz oʻqi gapir ishla boshla soʻzla ista kut qidir top chiq kir qoch tush tur
    oʻtir yot yasha oʻl oʻldir yigʻla kul sev unut keltir och bogʻla kes ur sin tut saqla himoyala chaqir koʻrsat oʻrgan oʻrgat oʻyla soʻra qara
    eshit qoʻy ot sot alda oʻs kamay oshir oʻzgar tugat yut yoʻqot sayla takrorla tayyorla imzola ayt ek tik""",
    adjectives="katta kichik yaxshi yomon chiroyli uzun qisqa yangi eski qizil oq qora yashil kuchli zaif qimmat arzon",
    adjective_cells="= roq lar larni larning larga lardan dir",
)
