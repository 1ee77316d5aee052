namespace Mandate.Modules.Tests.TheArchive.Shipped;

/// <summary>A piece of a gazette's page.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Text">Its words; a bar parts a bold beginning from the rest.</param>
internal sealed record Piece(PieceKind Kind, string Text);

/// <summary>How a piece is set.</summary>
internal enum PieceKind
{
    /// <summary>A title: large, bold, in the middle.</summary>
    Title,

    /// <summary>A line below a title: slanted, in the middle.</summary>
    Under,

    /// <summary>A paragraph whose first words, up to the bar, are bold.</summary>
    Article,

    /// <summary>A paragraph.</summary>
    Text,

    /// <summary>A line of a calendar: the day, up to the bar, and what happens.</summary>
    Row,
}

/// <summary>A page of the gazette.</summary>
/// <param name="Issue">Its issue.</param>
/// <param name="Label">The number printed at its foot.</param>
/// <param name="Language">en, ru or kk.</param>
/// <param name="IsFirst">Whether it bears the masthead.</param>
/// <param name="Pieces">What stands on it.</param>
internal sealed record GazettePage(GazetteIssue Issue, int Label, string Language, bool IsFirst, IReadOnlyList<Piece> Pieces);

/// <summary>An issue of the gazette.</summary>
/// <param name="Volume">Its volume.</param>
/// <param name="Number">Its number in the volume.</param>
/// <param name="FirstLabel">The number printed on its first page.</param>
internal sealed record GazetteIssue(int Volume, int Number, int FirstLabel)
{
    /// <summary>Gets its item: <c>v1-no2</c>.</summary>
    public string Item => FormattableString.Invariant($"v{Volume}-no{Number}");

    /// <summary>Gets its pages.</summary>
    public IReadOnlyList<GazettePage> Pages => [.. GazetteTexts.Of(Item).Select((p, i) => new GazettePage(this, FirstLabel + i, p.Language, i == 0, p.Pieces))];
}

/// <summary>The gazette of the made-up country, written for this collection. Nothing in it is law anywhere.</summary>
internal static class GazetteTexts
{
    /// <summary>The issues that the collection has; the third of the first volume is missing on purpose.</summary>
    public static IReadOnlyList<GazetteIssue> Issues { get; } = [new(1, 1, 1), new(1, 2, 3), new(1, 4, 7), new(2, 1, 1)];

    /// <summary>The gazette's name as its head prints it.</summary>
    public static string Name(string language) => language switch { "ru" => "ГАЗЕТА НОРРАКСНОРА", "kk" => "НОРРАКСНОР ГАЗЕТІ", _ => "GAZETTE OF NORRAXNOR" };

    /// <summary>What stands below the name.</summary>
    public static string OfWhat(string language) => language switch { "ru" => "газета вымышленной страны", "kk" => "ойдан шығарылған елдің газеті", _ => "the gazette of a made-up country" };

    /// <summary>What every page says of itself.</summary>
    public static string Notice(string language) => language switch
    {
        "ru" => "Норракснор — вымышленная страна; всё напечатанное здесь придумано и законом не является.",
        "kk" => "Норракснор деген ел жоқ; мұнда басылғанның бәрі ойдан шығарылған және еш жерде заң емес.",
        _ => "Norraxnor is a made-up country; all that is printed here is made up and is law nowhere.",
    };

    /// <summary>Volume, number and day of an issue.</summary>
    public static string Line(GazetteIssue issue, string language) => (issue.Item, language) switch
    {
        ("v1-no1", _) => "Volume 1, No. 1, 15 March 2029",
        ("v1-no2", _) => "Том 1, № 2, 15 июня 2029 года",
        ("v1-no4", _) => "1-том, № 4, 2029 жылғы 14 желтоқсан",
        (_, "kk") => "2-том, № 1, 2030 жылғы 15 ақпан",
        _ => "Volume 2, No. 1, 15 February 2030",
    };

    /// <summary>The pages of an issue.</summary>
    public static IReadOnlyList<(string Language, IReadOnlyList<Piece> Pieces)> Of(string item) => item switch
    {
        "v1-no1" =>
        [
            ("en", [
                new(PieceKind.Title, "Elections Act of Norraxnor"),
                new(PieceKind.Under, "adopted by the Assembly on 1 March 2029"),
                new(PieceKind.Article, "Art. 1. The Assembly.|The Assembly has one hundred and fifty members. They are elected for four years from lists, in a single constituency that takes in the whole country and its stations abroad. Members act for the whole country and not for the place they come from. A seat that falls vacant goes to the next candidate of the same list."),
                new(PieceKind.Article, "Art. 2. The vote.|Every citizen who has reached the age of eighteen on polling day has one vote and gives it in person and in secret. Nobody votes for somebody else, and nobody may be asked how he or she has voted. Electors who live abroad vote at the stations abroad, and their votes are counted with all others."),
                new(PieceKind.Article, "Art. 3. Polling day.|Polling day is a Sunday. The Speaker of the Assembly names it by decree at least sixty days before, and the decree is printed in the Gazette with the calendar of the election. Stations open at seven in the morning and close at eight in the evening. Those who stand in the queue when the doors close still vote."),
                new(PieceKind.Article, "Art. 4. The count.|When the stations have closed, each precinct commission counts the ballot papers at once and without a break, before the eyes of the observers. What it has found is written into a protocol in two copies, and all members sign both. The ballot papers found in the boxes are the valid and the invalid ones together; a protocol in which they are not is sent back before it is added to any other. A copy is put up at the door of the station and stays there for seven days. Any observer may ask for a copy that the chair has signed."),
            ]),
            ("en", [
                new(PieceKind.Article, "Art. 5. The threshold.|A list takes part in the division of seats if it has at least five per cent of the valid votes. A list that has fewer is left out, however little it lacks; a share is never rounded up to the threshold. The Central Commission states by how many votes each list has reached or missed it."),
                new(PieceKind.Article, "Art. 6. The division of seats.|The votes of each list that takes part are divided by one, two, three and so on. The one hundred and fifty seats go to the largest quotients, one after another, by the method of highest averages. Within a list seats go to its candidates in the order in which the list names them."),
                new(PieceKind.Article, "Art. 7. Equal quotients.|Where quotients are equal and fewer seats are left than lists that claim them, the Central Commission draws a lot in public. What was drawn is written down and printed with the result. No lot is drawn before the protocols of all precincts have been added up."),
                new(PieceKind.Article, "Art. 8. Publication.|Within ten days the Central Commission publishes the protocols of all precincts, the summary protocols of the regions, and the result. Every figure names the page on which it stands. A figure that is corrected later is printed beside the one it replaces, with the reason and the day of the correction."),
                new(PieceKind.Title, "Notice of the editors"),
                new(PieceKind.Text, "Pages of the Gazette are numbered through the volume. A page is cited by volume and page, so that this page is 1 Gaz. 2, and the act by its articles, such as Art. 5 of the Elections Act of Norraxnor. How the votes are counted is explained in Russian in 1 Gaz. 3; how the precincts are formed is laid down in Kazakh in 1 Gaz. 7."),
                new(PieceKind.Text, "The Gazette appears up to four times a year. It can be read free of charge in every library of the country; there are no libraries, since there is no country."),
            ]),
        ],
        "v1-no2" =>
        [
            ("ru", [
                new(PieceKind.Title, "О порядке подсчёта голосов"),
                new(PieceKind.Under, "разъяснение Центральной комиссии от 4 июня 2029 года № 2"),
                new(PieceKind.Text, "1. Настоящее разъяснение излагает порядок подсчёта голосов, который установлен в ст. 4 Закона Норракснора о выборах (1 Газ. 1). Его соблюдают участковые, районные и региональные комиссии. Новых правил разъяснение не устанавливает, оно только поясняет действующие."),
                new(PieceKind.Text, "2. Участковая комиссия начинает подсчёт сразу после закрытия участка и ведёт его без перерыва. Сначала погашаются неиспользованные бюллетени, затем проверяется целость печатей, и только после этого вскрываются ящики. Наблюдатели должны видеть каждое действие членов комиссии. Если печать ящика повреждена, об этом составляется запись, и бюллетени из такого ящика считаются отдельно."),
                new(PieceKind.Text, "3. Бюллетень действителен, если по нему можно установить выбор избирателя. О спорных бюллетенях комиссия решает голосованием, и причина решения записывается на обороте бюллетеня. Несколько пометок в одной строке не делают бюллетень недействительным."),
                new(PieceKind.Text, "4. В протокол вносятся числа избирателей в списке, полученных, выданных, погашенных и испорченных бюллетеней, бюллетеней, извлечённых из ящиков, недействительных и действительных, а также голоса за каждый список. Пустая клетка означает, что число неизвестно; она не означает нуля. Числа записываются цифрами, по одной в каждой клетке, и повторяются прописью."),
            ]),
            ("ru", [
                new(PieceKind.Text, "5. Если контрольное соотношение не выполнено, районная комиссия возвращает протокол в участковую. Исправление оформляется новым протоколом; прежний хранится рядом с ним, и оба доступны для проверки. В новом протоколе указываются день и причина исправления."),
                new(PieceKind.Text, "6. Список, получивший менее пяти процентов действительных голосов, не участвует в распределении мест: так установлено в ст. 5 Закона Норракснора о выборах. Доля не округляется до пяти процентов, как бы мало до них ни недоставало. По каждому списку сообщается, на сколько голосов он превысил порог или не достиг его."),
                new(PieceKind.Text, "7. Места получают списки с наибольшими частными (1 Газ. 2). Если частные равны, а мест не хватает, комиссия открыто проводит жеребьёвку. Запись о ней печатается вместе с итогами выборов."),
                new(PieceKind.Text, "8. Сводные протоколы регионов составляются только по принятым протоколам. Если хотя бы один протокол района не принят, число по району остаётся неизвестным, и это указывается в сводном протоколе."),
                new(PieceKind.Title, "Объявление редакции"),
                new(PieceKind.Text, "Образец протокола участковой комиссии будет напечатан в следующем номере (1 Газ. 5). Замечания к нему принимаются до октября 2029 года. Каждое замечание получает номер, а ответ на него публикуется до конца года."),
                new(PieceKind.Text, "Страницы нумеруются по всему тому. Ссылка состоит из номера тома и номера страницы: эта страница обозначается 1 Газ. 4."),
            ]),
        ],
        "v1-no4" =>
        [
            ("kk", [
                new(PieceKind.Title, "Сайлау учаскелері туралы"),
                new(PieceKind.Under, "Орталық комиссияның 2029 жылғы 3 желтоқсандағы № 5 қаулысы"),
                new(PieceKind.Text, "1. Ассамблея депутаттарының сайлауын өткізу үшін елдің аумағы он жеті өңірге бөлінеді. Шетелдегі учаскелер жеке бірлік ретінде есептеледі. Өңірлердің тізбесі мен шекаралары осы қаулының қосымшасында берілген."),
                new(PieceKind.Text, "2. Әр өңірде өңірлік комиссия, әр ауданда аудандық комиссия құрылады. Учаскелік комиссияның құрамында кемінде жеті мүше болады, олар өз арасынан төраға мен хатшыны сайлайды. Комиссия мүшелері өз міндеттерін тізімдердің ешқайсысына артықшылық бермей атқарады."),
                new(PieceKind.Text, "3. Бір учаскеде көп дегенде үш мың сайлаушы болады. Учаскенің шекарасы мен дауыс беретін орны сайлау күніне кемінде қырық бес күн қалғанда жарияланады. Учаске мектепте, кітапханада немесе басқа қоғамдық ғимаратта орналасады."),
                new(PieceKind.Text, "4. Ауруханаларда, кемелерде және шалғай жерлерде арнайы және көшпелі учаскелер құрылуы мүмкін. Мұндай учаскелерде де дауыстар жалпы тәртіппен саналады және әрқайсысы бойынша бөлек хаттама жасалады. Көшпелі учаскенің жүретін жолы мен уақыты алдын ала хабарланады."),
                new(PieceKind.Text, "5. Дауыстар Норракснордың Сайлау туралы заңының 4-бабында белгіленген тәртіппен саналады (1 Газ. 1). Санау аяқталғанша комиссия мүшелері учаскеден кетпейді. Бақылаушылар санауды басынан аяғына дейін көре алады."),
            ]),
            ("kk", [
                new(PieceKind.Text, "6. Аудандық комиссия әр хаттаманың бақылау қатынастарын тексереді. Жәшіктерден шыққан бюллетеньдердің саны жарамды және жарамсыз бюллетеньдердің қосындысына тең болуға тиіс. Сандар сәйкес келмесе, хаттама учаскелік комиссияға қайтарылады. Хаттаманың қайтарылу себебі журналға жазылады."),
                new(PieceKind.Text, "7. Түзету үшін жаңа хаттама жасалады, ал бұрынғысы онымен бірге сақталады. Өңірлік комиссия жиынтық хаттамаға тек қабылданған хаттамалардың сандарын енгізеді. Егер ауданның бір хаттамасы болса да қабылданбаса, сол ауданның саны белгісіз деп көрсетіледі."),
                new(PieceKind.Text, "8. Орындарды бөлуге жарамды дауыстардың кемінде бес пайызын алған тізімдер ғана қатысады. Бұл Норракснордың Сайлау туралы заңының 5-бабында көзделген (1 Газ. 2)."),
                new(PieceKind.Text, "9. Осы қаулы жарияланған күнінен бастап қолданысқа енгізіледі. Оның орындалуын Орталық комиссияның хатшысы бақылайды."),
                new(PieceKind.Title, "Редакцияның хабарландыруы"),
                new(PieceKind.Text, "Газеттің беттері бүкіл том бойынша рет-ретімен нөмірленеді. Сілтемеде томның және беттің нөмірі көрсетіледі: мысалы, осы бет 1 Газ. 8 деп белгіленеді. Дауыс санау тәртібі туралы түсіндірме орыс тілінде 1 Газ. 3 бетінде басылған."),
                new(PieceKind.Text, "Сайлау күнтізбесі келесі томның бірінші нөмірінде жарияланады."),
            ]),
        ],
        "v2-no1" =>
        [
            ("en", [
                new(PieceKind.Title, "Decree on the election calendar"),
                new(PieceKind.Under, "Speaker of the Assembly, 11 February 2030, No. 1"),
                new(PieceKind.Text, "Under Art. 3 of the Elections Act of Norraxnor (1 Gaz. 1) the members of the Assembly are elected on Sunday, 19 May 2030. The calendar of the election is as follows."),
                new(PieceKind.Row, "18 February 2030:|All commissions are named"),
                new(PieceKind.Row, "18 March 2030:|Last day for handing in lists of candidates"),
                new(PieceKind.Row, "25 March 2030:|Decision on the lists that stand, and their numbers"),
                new(PieceKind.Row, "4 April 2030:|Boundaries of the precincts are published"),
                new(PieceKind.Row, "29 April 2030:|Lists of electors lie open at every station"),
                new(PieceKind.Row, "17 May 2030:|Last day of the campaign"),
                new(PieceKind.Row, "19 May 2030:|Polling day; stations open at seven in the morning"),
                new(PieceKind.Row, "20 May 2030:|Protocols of all precincts are with their districts"),
                new(PieceKind.Row, "29 May 2030:|Protocols and result are published"),
                new(PieceKind.Text, "Which lists take part in the division of seats is said in Art. 5 of the Elections Act of Norraxnor, and how the seats are divided in Art. 6 of the Elections Act of Norraxnor (1 Gaz. 2). The precincts are formed as laid down in 1 Gaz. 7. A day of this calendar that falls on a Saturday or Sunday is not moved."),
            ]),
            ("kk", [
                new(PieceKind.Title, "Сайлау күнтізбесі"),
                new(PieceKind.Under, "Ассамблея Төрағасының 2030 жылғы 11 ақпандағы № 1 жарлығы"),
                new(PieceKind.Text, "Норракснордың Сайлау туралы заңының 3-бабына сәйкес (1 Газ. 1) Ассамблея депутаттарының сайлауы 2030 жылғы 19 мамырда, жексенбі күні өткізіледі. Сайлау күнтізбесі мынадай."),
                new(PieceKind.Row, "18 ақпан:|Барлық комиссиялар құрылады"),
                new(PieceKind.Row, "18 наурыз:|Кандидаттар тізімдерін тапсырудың соңғы күні"),
                new(PieceKind.Row, "25 наурыз:|Тізімдер тіркеледі және оларға нөмір беріледі"),
                new(PieceKind.Row, "4 сәуір:|Учаскелердің шекаралары жарияланады"),
                new(PieceKind.Row, "29 сәуір:|Сайлаушылар тізімдері танысу үшін қойылады"),
                new(PieceKind.Row, "17 мамыр:|Сайлау алдындағы үгіттің соңғы күні"),
                new(PieceKind.Row, "19 мамыр:|Дауыс беру таңғы жетіден кешкі сегізге дейін өтеді"),
                new(PieceKind.Row, "20 мамыр:|Учаскелердің хаттамалары ауданға жетеді"),
                new(PieceKind.Row, "29 мамыр:|Хаттамалар мен сайлау қорытындысы жарияланады"),
                new(PieceKind.Text, "Сайлау учаскелері 1 Газ. 7 бетінде жарияланған қаулы бойынша құрылады. Осы күнтізбенің ағылшынша мәтіні 2 Газ. 1 бетінде басылған. Екі мәтіннің мағынасы бірдей; айырмашылық байқалса, ол редакцияға хабарланады."),
            ]),
        ],
        _ => throw new ArgumentException($"Found '{item}'; expected an issue of the collection.", nameof(item)),
    };
}
