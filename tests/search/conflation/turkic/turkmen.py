"""Turkmen words and cells for trials."""

from tests.search.conflation.turkic.paradigms import Language, endings

_PAST = "= m ň k ňIz lAr"
_NOW = "In sIň = Is sIňIz lAr"
_CASES = "= Iň I A dA dAn"

LANGUAGE = Language(
    vowels="aäeioöuüy",
    choices={"A": {"a": "aouy", "e": "äeiöü"}, "Ä": {"a": "aouy", "ä": "äeiöü"}, "I": {"y": "aouy", "i": "äeiöü"}},
    noun_cells=endings("=", "= Iň|nIň I|nI dA dAn dAkI")
    + endings("lAr", "= Iň I A dA dAn dAkI")
    + endings("Im|m Iň|ň ImIz|mIz IňIz|ňIz lArIm lArImIz lArIňIz", _CASES)
    + endings("I|sI lArI", "= nIň nI nA ndA ndAn"),
    verb_cells=endings("= mA", "dI sA", _PAST)
    + endings("ýÄr mAýÄr", _NOW)
    + endings("ýÄrdI jAkdI", _PAST)
    + endings("Ar|r", _NOW)
    + endings("mAr", "In Is")
    + endings("mAz", "sIň = sIňIz lAr")
    + endings("IpdIr|pdIr mÄndIr", _NOW)
    + endings("jAk mAjAk", "= lAr dI")
    + endings("An|n ýÄn mAýÄn mAdIk mAlI", "= lAr dA")
    + endings("dIg jAg An|n ýÄn", "Im I ImIz")
    + endings("Ip|p mÄn AýIn|ýIn AlIň|lIň sIn sInlAr Iň|ň mAsIn mAň mAk mAkdA mAkdAn mAzdAn Ansoň|nsoň", "=")
    + "mAgA|mAgA mAgI mAgIň mAzlIk",
    nouns="""kitap:kitab ýürek:ýüreg agaç:agaj oglan ogul:ogl burun:burn agyz:agz gelin:geln boýun:boýn ata ene doga dogan gyz
    öý jaý şäher oba kenar köçe ýol suw deňiz derýa dag çöl köl gün aý ýyl hepde wagt sagat baş başlyk:başlyg baý baýdak:baýdag baýram bazar barmak:barmag
    bal bala balyk:balyg balta adam ada at atly et ot it daş dost dostluk:dostlug doly mekdep:mekdeb mugallym talyp:talyb uniwersitet gazet žurnalist habar
    makala saýlaw prezident ministr deputat kanun kazyýet kazy polisiýa goşun esger uruş parahatçylyk:parahatçylyg serhet:serhed ýurt:ýurd halk millet watan
    toprak:toprag nebit gaz gazna ykdysadyýet bank pul manat söwda telekeçi işçi iş zawod lukman hassa hassahana derman wirus gapy penjire diwar stol
    çörek:çöreg süýt:süýd ýag duz şeker gül ýaprak:ýaprag miwe üzüm nar haýwan pişik:pişig guş towuk:towug sygyr goýun dil söz sowal jogap:jogab ses göz
    el aýak:aýag gulak:gulag saç dyz ýyldyz düýe gije şa şaha şahyr Türkmenistan Aşgabat:Aşgabad Moskwa Orsýet Ukraina Türkiýe Berdimuhamedow Putin
    hukuk:hukug azatlyk:azatlyg mal maliýe manysy maşyn maşgala maslahat ýaş ýaşaýyş gar gara gaz garaşsyzlyk:garaşsyzlyg""",
    verbs="""al gel git:gid et:ed ber gör bil diý iý bol gal sal ýaz oka gepleş işle başla sözle isle garaş ara tap:tap çyk gir gaç düş
    galk otur dur ýat ýaşa öl öldür agla gül söý unut:unud getir aç bagla kes ur gyr tut:tut sakla gora çagyr görkez öwren öwret:öwred
    düşün sora bak eşit:eşid goý at sat alda ös azal artdyr üýtge gutar gazan ýitir seç gaýtala taýýarla goldaş aýt:aýd""",
    adjectives="uly kiçi gowy erbet owadan uzyn gysga täze köne gyzyl ak gara ýaşyl güýçli gowşak gymmat arzan",
    adjective_cells="= rÄk lAr lArI lArIň lArA lArdAn dIr",
)
