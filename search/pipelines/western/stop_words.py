"""Words of these languages that say nothing of a story's matter, spelled as the filters before leave them."""

from __future__ import annotations

STOP_WORDS: dict[str, str] = {
    "ce": """а амма ара аьлла бара бац бен бу бехк вай вайн валахь вара вац ву вуьшта дара дац делахь долу ду дуьйна иза
        изза иштта йара йац йолу йу ю мел мила мичахь муха му тхо тхан ткъа тӏе тӏехь со суна сан сов уьш цара цаьрга цо
        цу цул цуьнан цуьнга цунна чохь чу шен шайн шу шун хӏара хӏинца хӏун хьо хьан хила хилла хуьлу я йа юха эца
        бохуш олуш оцу деш деза кхин массо цхьа""",
    "en": """a about after all also an and any are as at be because been before being between both but by can could did do
        does doing during each for from further had has have having he her here hers him his how i if in into is it its
        just me more most my no nor not of off on once only or other our out over own same she should so some such than
        that the their them then there these they this those through to too under until up very was we were what when
        where which while who whom why will with would you your""",
    "hu": """a az abban ahhoz ahogy ahol aki akik akkor alatt által általában amely amelyek amelyeket ami amit annak arra
        át azért azok azon azonban azt azzal be bár csak de e ebben egy egyes egyik el elég első elő én ennek erre és
        ez ezek ezen ezért ezt ezzel fel felé ha hanem hiszen hogy hogyan igen így illetve ilyen is itt jól kell keresztül
        ki kívül között le legyen lehet lesz lett maga már más még meg mellett mert mi mely miért milyen mint mintha mit
        most nagyon ne neki nem nélkül nincs olyan ott össze ő ők őket pedig persze s saját se sem sok szemben szerint
        szinte számára talán tehát teljes több ugyanis után utána vagy vagyis valaki valami van vannak végül viszont
        vissza volt volna""",
    "hy": """այդ այլ այն այնտեղ այս այստեղ առանց ապա բայց բոլոր դա դեռ դեպի դրա դրանք եթե եմ ենք ես եք էի էին է էր ըստ ի
        ինչ ինչպես ինչու իր իրենց իսկ կամ կար կա կողմից համար հետ հետո հիմա հենց մեզ մեկ մեր մենք մասին մեջ մինչ մինչև
        միայն նա նաև նման նրա նրանք նույն շատ որ որը որոնք որպես որտեղ ու ում ուր չէ պետք պիտի սա սակայն վրա վերջ
        քան քանի քո եվ""",
    "ka": """ა ალბათ ამ ამავე ამას ამის ან არ არა არის აქ აქვს აღარ ახლა ბევრი გარდა და დიდი ეს ერთი ერთ ვარ ვიდრე
        ვინ თავის თუ თუმცა იგი ის იმ იმის ისე ისინი იქ იყო კი კიდევ მათ მათი მაგრამ მან მას მე მერე მეორე მისი მის
        მისთვის მხოლოდ ნუ რა რაც რადგან რათა რას რის რომ რომელიც რომლის როგორ როგორც როცა რომელი საკუთარი სად სადაც
        სხვა უკვე უნდა უფრო ყველა შემდეგ შენ ჩემი ჩვენ ჩვენი ძალიან წინ ხოლო""",
    "ro": """a acea aceasta această aceea acei aceia acel acela acele acest acesta aceste acestei acestor acestui ai al ale
        am are aș asta astfel asupra au avea avut că când care ce cei cel cea cele chiar cine cu cum dacă dar de deci
        decât deja deși din dintre doar după ea ei el ele era erau este eu fi fie fiind fost fără iar îi îl îm în îl
        încă înainte însă între la le li lor lui mai mult ne nici niște noi nu nu-i o ori orice pe pentru peste până prin
        sa sale sau se și să sub sunt te toate toți tot un una unde unei unele unor unui va vă voi vor""",
    "sq": """a ai ajo aq as asaj asnje ata ate atij atje atyre by cdo cfare cila cilat cilen cili dhe disa do duke e edhe
        eshte fare gjate i ishin ishte ja jam jane jeni jo ju ka kam kane kaq ke kemi keni keshtu kete keto ketu ketij
        kishin kishte ku kur me mbi midis mos mua nder ndersa ne nen nga nje nuk o ose pa para pas per pse por prej qe
        qene qofte sa saj se sepse si sikur sipas te tek ti tij tille tjeter tjere tone tu tyre une vetem vet vete""",
}
