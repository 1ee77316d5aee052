namespace Mandate.Modules.Tests.TheArchive;

/// <summary>Paragraphs about elections in three languages, written for these tests; places and numbers are made up.</summary>
internal static class DrawnTexts
{
    /// <summary>Five paragraphs of a language: <c>en</c>, <c>ru</c> or <c>kk</c>.</summary>
    public static IReadOnlyList<string> Paragraphs(string language) => language switch
    {
        "en" =>
        [
            "On the day of the election the polling station opens at seven in the morning and closes at eight in the evening. Before the first voter enters, the members of the commission show the empty boxes to the observers and seal them. Every voter votes in person; voting for somebody else is not allowed. A ballot paper is handed over when the voter has shown a document and has signed the list.",
            "When the voting has ended the commission first counts the unused ballot papers and cuts off a corner of each. Then the seals are checked and the boxes are opened one after another. Papers without a countable choice are put aside and their number is written into the protocol. Where the members disagree about a paper, they decide by a vote, and the reason is noted on its back.",
            "The protocol is drawn up in two copies and signed by the chair, the secretary and the members. The first copy goes to the district commission without delay, the second stays at the station. A copy is put up where everybody can read it and remains there for two days. An observer who asks for a certified copy receives one before the commission goes home.",
            "Seats are shared among the parties that have won at least five per cent of the votes. The quota is found first: the votes of these parties are added up and divided by the number of seats. Each party receives as many seats as its votes contain whole quotas. Seats that are left over go to the largest remainders, and where two remainders are equal the law says which comes first.",
            "The district commission checks the protocols it has received and adds up their figures. If a control relation does not hold, the protocol is sent back to be corrected, or the commission orders a recount. Every correction is a document of its own, and the earlier version is kept beside it. In this way anyone can follow a total back to the page from which it came.",
        ],
        "ru" =>
        [
            "В день выборов избирательный участок открывается в семь часов утра и закрывается в восемь часов вечера. До начала голосования члены комиссии показывают наблюдателям пустые ящики и опечатывают их. Каждый избиратель голосует лично; голосование за другое лицо не допускается. Бюллетень выдаётся после того, как избиратель предъявил документ и расписался в списке.",
            "По окончании голосования комиссия сначала подсчитывает неиспользованные бюллетени и отрезает у каждого угол. Затем проверяется целость печатей, и ящики вскрываются один за другим. Бюллетени, по которым нельзя установить выбор, откладываются отдельно, и их число записывается в протокол. Если члены комиссии расходятся во мнении, вопрос решается голосованием, а причина указывается на обороте.",
            "Протокол составляется в двух экземплярах и подписывается председателем, секретарём и членами комиссии. Первый экземпляр незамедлительно передаётся в окружную комиссию, второй остаётся на участке. Копия протокола вывешивается для общего ознакомления и находится там в течение двух дней. По просьбе наблюдателя ему выдаётся заверенная копия протокола.",
            "Мандаты распределяются между партиями, получившими не менее пяти процентов голосов. Сначала определяется квота: голоса этих партий складываются и делятся на число мандатов. Партия получает столько мандатов, сколько целых квот содержится в её голосах. Оставшиеся мандаты передаются по наибольшим остаткам, а при равенстве остатков порядок устанавливает закон.",
            "Окружная комиссия проверяет поступившие протоколы и складывает их данные. Если контрольное соотношение не выполняется, протокол возвращается для исправления или назначается повторный подсчёт. Каждое исправление оформляется отдельным документом, а прежний вариант сохраняется рядом с ним. Так любой человек может проследить итог до страницы, с которой он взят.",
        ],
        "kk" =>
        [
            "Сайлау күні дауыс беру учаскелік сайлау комиссиясының үй-жайында таңғы сағат жетіден кешкі сағат сегізге дейін өткізіледі. Комиссия мүшелері дауыс беру басталғанға дейін бос жәшіктерді тексеріп, оларды бақылаушылардың көзінше мөрлейді. Әрбір сайлаушы жеке өзі дауыс береді, басқа адам үшін дауыс беруге жол берілмейді. Бюллетень сайлаушы құжатын көрсетіп, тізімге қол қойғаннан кейін беріледі.",
            "Дауыс беру аяқталғаннан кейін комиссия алдымен пайдаланылмаған бюллетеньдерді санап, олардың бұрышын қиып тастайды. Содан соң мөрлер тексеріліп, жәшіктер бірінен соң бірі ашылады. Жарамсыз деп танылған бюллетеньдер бөлек қойылып, олардың саны хаттамаға жазылады. Даулы бюллетень туралы мәселені комиссия мүшелері дауысқа салып шешеді, ал оның себебі бюллетеньнің сыртына жазылады.",
            "Хаттама екі данада жасалып, оған комиссияның төрағасы, хатшысы және мүшелері қол қояды. Бірінші дана дереу округтік комиссияға жіберіледі, екінші дана учаскеде қалады. Хаттаманың көшірмесі жұрттың бәрі танысатын көрнекі жерге ілінеді және екі күн бойы сол жерде тұрады. Бақылаушының өтініші бойынша оған хаттаманың куәландырылған көшірмесі беріледі.",
            "Мандаттар кемінде бес пайыз дауыс алған партиялар арасында бөлінеді. Алдымен квота анықталады: осы партиялардың дауыстары қосылып, мандаттар санына бөлінеді. Партияның дауыстарында неше бүтін квота болса, ол сонша мандат алады. Қалған мандаттар ең үлкен қалдықтар бойынша беріледі, ал қалдықтар тең болған жағдайда кезектілікті заң белгілейді.",
            "Округтік комиссия келіп түскен хаттамаларды тексеріп, олардағы сандарды қосады. Егер бақылау қатынасы сәйкес келмесе, хаттама түзету үшін қайтарылады немесе дауыстарды қайта санау тағайындалады. Әрбір түзету жеке құжатпен ресімделеді, ал бұрынғы нұсқасы оның жанында сақталады. Осылайша кез келген адам жиынтық санның қай беттен алынғанын тексере алады.",
        ],
        _ => throw new ArgumentException($"Found '{language}'; expected en, ru or kk.", nameof(language)),
    };

    /// <summary>The rows of a protocol's table: what is counted. The caller gives the numbers.</summary>
    public static IReadOnlyList<string> Rows(string language) => language switch
    {
        "en" => ["Voters on the list", "Ballot papers received", "Ballot papers issued", "Unused ballot papers", "Ballot papers found in the boxes", "Invalid ballot papers", "Valid ballot papers"],
        "ru" => ["Число избирателей в списке", "Получено бюллетеней", "Выдано бюллетеней", "Погашено бюллетеней", "Извлечено из ящиков", "Недействительных бюллетеней", "Действительных бюллетеней"],
        "kk" => ["Тізімдегі сайлаушылар саны", "Алынған бюллетеньдер", "Берілген бюллетеньдер", "Жойылған бюллетеньдер", "Жәшіктерден шыққан бюллетеньдер", "Жарамсыз бюллетеньдер", "Жарамды бюллетеньдер"],
        _ => throw new ArgumentException($"Found '{language}'; expected en, ru or kk.", nameof(language)),
    };

    /// <summary>The heading of a protocol with the number of its station.</summary>
    public static string Heading(string language, int station) => language switch
    {
        "en" => $"Protocol of the precinct commission No. {station}",
        "ru" => $"Протокол участковой комиссии № {station}",
        "kk" => $"Учаскелік комиссияның хаттамасы № {station}",
        _ => throw new ArgumentException($"Found '{language}'; expected en, ru or kk.", nameof(language)),
    };
}
