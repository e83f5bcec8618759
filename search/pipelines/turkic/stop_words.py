"""Words of the Turkic languages that say nothing of a story's matter, spelled as the filters before leave them."""

from __future__ import annotations

STOP_WORDS: dict[str, str] = {
    "az": """amma artıq az bax bəlkə belə beş bir biri biz bizə bizi bizim bu buna bunu bunun buradan ki də da daha deyil deyə elə
        edir edib edən əgər ən etdi etmək görə həm hər hələ həmin hansı heç isə ilə indi kimi lakin mən məhz nə necə nəyə niyə o
        ola olan olaraq oldu olduğu olduğunu olub olur olacaq olmaq on ona onlar onların onu onun öz özü sən siz sonra
        şey tək təkcə üçün üzrə və var yalnız yaxud ya yenə yox zaman""",
    "ba": """ә әгәр әле ары башҡа бел беҙ беҙгә беҙҙең бер бик бит был бынан бының булараҡ булған була булды булып да дә ине инде ише
        йәки йәғни йәки кеүек ки кем күп мин миңә минең менән микән ни нисек ошо се сөнки тағы та тә тип тине тигән тиеп уға ул уларҙың
        улар уның үҙ үҙе үҙенең һәм һәр һеҙ һин һуң шул шулай шундай эсендә ғына генә ҡына кенә бар юҡ өсөн буйынса тураһында арҡаһында""",
    "crh": """amma ant artıq biz bizge bizim bir bile bu bunı bunıñ bularnıñ da de daa dep dedi degil eger em emde er eñ endi ekeni
        edi edip eken elâ ela ğa içün içinde iç ile kerek kibi kene lâkin lakin men meni menim mıtlaqa ne nasıl niçün o oña olar
        olarnıñ olğan olıp oldı ola olaraq olmaq onı onıñ öz özü qadar qarşı sen siz soñra şimdi şu ta te tek ve ya yaki yoq bar
        aqqında bazı çünki daima şay şunıñ tarafından""",
    "kk": """ал алайда арқылы бар барлық бойынша болады болған болды болып болса бұл бұны бұның біз біздің бір бірақ бірге да де дейін деп деді деген
        демек екен еді ең ер және жоқ мен менің мына не немесе неге ол оған оларды олардың олар оны оның осы осылай өз өзі өзінің
        сол соң сонда сен сіз сондай та те тек туралы үшін ұдайы ғана қана қарай кейін бұдан әлі әр әрі қазір қандай ма ме ба бе па пе""",
    "ky": """ал ар алар алардын ага аны анын бар баары башка бери биз биздин бир бирок боло болгон болуп болду болот бойунча боюнча бул булар буга
        буну бунун да дагы деп деди деген дейт дейм эле элек экен эмес эми эң эгер же жана жок жөнүндө гана каршы качан кандай кийин
        ким менен мен менин ме мына не негизи о ошол ошондой ошон өз өзү өзүнүн сен сиз соң ушул ушундай үчүн чейин тууралуу анткени мурун
        алды карата бери дейре""",
    "tk": """aýratyn ähli bar başga bilen bir biri biz bize biziň bu bular bolan boldy bolup bolýar bolsa barada boýunça çenli däl da de diýip
        diýdi diýen eger edip etdi edýär edilen emma emele eýsem eýýäm hem hemme her häzir has hatda heniz iň indi kim käbir köp
        men meniň mundan muny munuň ne näme nähili o olar olaryň oňa ony onuň öz özi özüniň ýa ýaly ýene ýok ýöne sebäbi sen siz soň soňra
        şol şonuň şeýle şeýdip şu üçin üstünden we welin tarapyndan""",
    "tt": """ә әгәр әле бар барлык бу бүген бер берәр бик без безгә безнең белән белем бит буенча булган булды булып була булса гына генә кына
        кенә да дә дип диде дигән ди ел икән инде исә йә яки кебек ки күп кем мин миңа минем моны моның мондый менә ни ничек
        нәрсә соң сез син та тә тагын тик турында ул улар аларның алар аны аның аңа үз үзе үзенең үк ук хәзер һәм һәр чөнки шул шушы шулай
        шундый өчен югыйсә юк иде итә итеп""",
    "uz": """ammo agar ana bari barça bilan biz bizga bizning bir biri biroq bõlib bõladi bõlgan bõldi bõlsa bu buni buning bular
        boşqa bõyiça çunki da deb degan dedi deydi ega edi ekan eng esa em endi faqat ham hamda har hali hamma haqida hozir
        kabi kerak keyin kim kõp lekin men mening mana mazkur na ne nega nima qanday qarşi qadar sen siz sõng sõngra
        şu şunday u uçun ular ularning uni uning unga õz õzi õzining va yoki yani yõq yana õşa""",
}
"""Code of the language → its words; both scripts of Uzbek share theirs."""
