"""Azerbaijani words and cells for trials."""

from tests.search.conflation.turkic.paradigms import Language


def _noun_cells() -> str:
    owned = [f"{own}{case}" for own in ("Im", "In", "ImIz", "InIz") for case in ("", "In", "A", "I", "dA", "dAn")]
    both = [f"{cell}|{cell[1:]}" for cell in owned]
    third = [f"I{case}|sI{case}" for case in ("", "nIn", "nA", "nI", "ndA", "ndAn")]
    plural = [f"lAr{cell}" for cell in owned] + [f"lArI{case}" for case in ("nIn", "nA", "nI", "ndA", "ndAn")]
    return " ".join(
        [
            "=",
            "In|nIn",
            "A|yA",
            "I|nI",
            "dA",
            "dAn",
            "lAr",
            "lArIn",
            "lArA",
            "lArI",
            "lArdA",
            "lArdAn",
            *both,
            *third,
            *plural,
        ]
    )


_PAST = ["", "m", "n", "Q", "nIz", "lAr"]
_NOW = ["Am", "sAn", "", "IQ", "sInIz", "lAr"]
_VERBS = [
    *(f"{neg}dI{p}" for neg in ("", "mA") for p in _PAST),
    *(f"{neg}sA{p}" for neg in ("", "mA") for p in _PAST),
    *(f"{neg}sAydI{p}" for neg in ("", "mA") for p in _PAST),
    *(f"Ir{p}|yIr{p}" for p in _NOW),
    *(f"mIr{p}" for p in _NOW),
    *(f"IrdI{p}|yIrdI{p}" for p in _PAST),
    *(f"{neg}mIş{p}" for neg in ("", "mA") for p in _NOW),
    *(f"mIşdI{p}" for p in _PAST),
    *(f"Ib{p}|yIb{p}" for p in ("", "sAn", "dIr", "sInIz", "lAr")),
    *(f"mAyIb{p}" for p in ("", "sAn", "lAr")),
    *(f"Ar{p}|yAr{p}" for p in _NOW),
    *(f"ArdI{p}|yArdI{p}" for p in _PAST),
    "mArAm mAzsAn mAz mArIQ mAzsInIz mAzlAr",
    *(f"AcA{p}|yAcA{p}" for p in ("Q", "ĞAm", "QsAn", "ĞIQ", "QsInIz", "QlAr", "QdI", "QdIm")),
    *(f"mAyAcA{p}" for p in ("Q", "ĞAm", "QsAn", "QlAr")),
    *(f"{neg}mAlI{p}" for neg in ("", "mA") for p in ("", "yAm", "sAn", "dIr", "yIQ", "sInIz", "dIrlAr", "ydI")),
    "Im|yIm AQ|yAQ sIn In|yIn sInlAr mAyIm mAyAQ mAsIn mAyIn mAsInlAr",
    "An|yAn mAyAn AnlAr|yAnlAr AnlArdAn|yAnlArdAn AnIn|yAnIn mIşlAr dIĞIm dIĞI dIĞInA dIĞImIz dIQlArI mAdIĞI",
    "AcAĞI|yAcAĞI AcAĞInI|yAcAĞInI mAyAcAĞI IncA|yIncA ArAQ|yArAQ AndA|yAndA dIQdA dIQcA mAdAn",
    "mAQ mAmAQ mAQdA mAĞA mAĞI mAQdAn mAĞIn",
]

LANGUAGE = Language(
    vowels="aeəıioöuü",
    choices={
        "A": {"a": "aıou", "ə": "əeiöü"},
        "I": {"ı": "aı", "i": "əei", "u": "ou", "ü": "öü"},
        "Q": {"q": "aıou", "k": "əeiöü"},
        "Ğ": {"ğ": "aıou", "y": "əeiöü"},
    },
    noun_cells=_noun_cells(),
    verb_cells=" ".join(_VERBS),
    nouns="""ev kitab uşaq:uşağ ürək:ürəy ata ana bacı qardaş dövlət hökumət şəhər kənd:kənd küçə yol su dağ dəniz göl çay
    burun:burn ağız:ağz oğul:oğl alın:aln beyin:beyn qarın:qarn boyun:boyn fikir:fikr isim:ism nəsil:nəsl vaxt gün ay il həftə
    bal bala balıq:balığ balta bahar bağ bağça baş başçı bazar barmaq:barmağ adam ada ad adət alma almaz alim alov alət
    at ət ot od:od it daş daşqın dost dostluq:dostluğ dolu dollar məktəb müəllim tələbə universitet qəzet jurnalist xəbər məqalə
    seçki prezident nazir nazirlik:nazirliy parlament deputat qanun məhkəmə hakim polis ordu əsgər müharibə sülh sərhəd
    ölkə xalq millət vətən torpaq:torpağ neft qaz iqtisadiyyat bank pul manat büdcə ticarət sahibkar işçi iş fabrik zavod
    həkim xəstə xəstəxana dərman virus qar qartal qapı pəncərə divar stol kənar çörək:çörəy ət süd yağ duz şəkər çiçək:çiçəy ağac
    yarpaq:yarpağ meyvə üzüm nar heyvan pişik:pişiy quş toyuq:toyuğ inək:inəy dil söz sözçü sual cavab səs göz əl ayaq:ayağ qulaq:qulağ
    Azərbaycan Bakı Gəncə Moskva Rusiya Ukrayna Türkiyə Amerika Əliyev Putin Zelenski London Paris Qarabağ Şuşa
    hüquq:hüquğ azadlıq:azadlığ sahə saat saç sabah sarı sap qız qızıl qış qırğın müqavilə müdir mühəndis mahnı maliyyə mal masa maşın""",
    verbs="""al gəl get:ged et:ed ver gör bil de ye ol qal sal yaz oxu danış çalış işlə başla söylə istə gözlə ara axtar tap çıx gir
    qaç düş qalx otur dur yat yaşa öl öldür ağla gül sev unut:unud apar gətir aç bağla kəs vur döy sın qır tut saxla qoru çağır göstər öyrən
    öyrət:öyrəd düşün soruş bax eşit:eşid qoy at sat al alda böyü azal artır dəyiş bitir qazan itir seç təkrarla hazırla imzala""",
    adjectives="böyük:böyüy kiçik:kiçiy yaxşı pis gözəl uzun qısa yeni köhnə qırmızı ağ qara yaşıl sürətli güclü zəif bahalı ucuz",
    adjective_cells="= rAQ lAr lArI lArIn lArA lArdAn I|sI InI|sInI InIn|sInIn dIr",
)
