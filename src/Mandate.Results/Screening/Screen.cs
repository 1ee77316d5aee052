using Mandate.Laws;

namespace Mandate.Results.Screening;

/// <summary>A detector beside the checks of a form: it asks, where a check proves.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Measure">What the figures under found, expected and limit are.</param>
/// <param name="Says">The question, for those who fill in the protocol and for those who read it.</param>
public sealed record Screen(string Code, Words Title, Words Measure, CheckWords Says)
{
    /// <summary>Gets all screens by code.</summary>
    public static IReadOnlyList<Screen> All { get; } =
    [
        Of("D.01", ("Neighbouring figures exchanged", "Көршілес сандар ауысқан", "Соседние числа переставлены"),
            ("control relations that fail", "орындалмаған бақылау арақатынастары", "невыполненные контрольные соотношения"),
            ("The control relations would hold if two neighbouring figures changed places. Do they stand in each other’s row on the paper?",
             "Көршілес екі сан орын ауыстырса, бақылау арақатынастары орындалар еді. Қағазда олар бір-бірінің жолында тұрған жоқ па?",
             "Контрольные соотношения выполнялись бы, если поменять местами два соседних числа. Не стоят ли они в протоколе в строках друг друга?"),
            ("Two neighbouring figures may have been written in each other’s row.", "Көршілес екі сан бір-бірінің жолына жазылған болуы мүмкін.", "Возможно, два соседних числа записаны в строки друг друга.")),
        Of("D.02", ("Votes of neighbouring lists exchanged", "Көршілес тізімдердің дауыстары ауысқан", "Голоса соседних списков переставлены"),
            ("gain in likelihood (natural logarithm, divided by the scatter of stations) if the two change places", "екеуі орын ауыстырғандағы шындыққа жақындықтың өсімі (натурал логарифм, учаскелердің шашырауына бөлінген)", "выигрыш правдоподобия при перестановке (натуральный логарифм, делённый на разброс участков)"),
            ("The votes of two neighbouring lists would be like those of comparable stations, or of this one before, if they changed places. Does the paper have them in this order?",
             "Көршілес екі тізімнің дауыстары орын ауыстырса, салыстырмалы учаскелердікіне немесе осы учаскенің бұрынғысына ұқсар еді. Қағазда олар осы ретпен тұр ма?",
             "Если поменять местами голоса двух соседних списков, они станут похожи на сопоставимые участки или на этот же участок прежде. В таком ли порядке они в протоколе?"),
            ("The votes of two neighbouring lists may have been exchanged; a place can also simply vote so.", "Көршілес екі тізімнің дауыстары ауысып кеткен болуы мүмкін; жергілікті тұрғындар солай дауыс беруі де ықтимал.", "Голоса двух соседних списков могли поменяться местами; но возможно, здесь так и голосовали.")),
        Of("D.03", ("Two digits exchanged", "Екі цифр ауысқан", "Две цифры переставлены"),
            ("the difference of a failed relation, which 9 divides", "орындалмаған арақатынастың айырмасы, 9-ға бөлінеді", "разность невыполненного соотношения, делится на 9"),
            ("The control relations would hold if two digits of one figure changed places. What does the paper say?",
             "Бір санның екі цифры орын ауыстырса, бақылау арақатынастары орындалар еді. Қағазда қалай жазылған?",
             "Контрольные соотношения выполнялись бы, если поменять местами две цифры одного числа. Что стоит в протоколе?"),
            ("Two digits of a figure may have changed places.", "Санның екі цифры орын ауыстырған болуы мүмкін.", "Возможно, две цифры числа поменялись местами.")),
        Of("D.04", ("One digit read otherwise", "Бір цифр басқаша оқылған", "Одна цифра прочитана иначе"),
            ("the difference of a failed relation", "орындалмаған арақатынастың айырмасы", "разность невыполненного соотношения"),
            ("The control relations would hold if one digit of one figure were another, one more or one fewer. What does the paper say?",
             "Бір санның бір цифры басқа, артық не кем болса, бақылау арақатынастары орындалар еді. Қағазда қалай жазылған?",
             "Контрольные соотношения выполнялись бы, если бы одна цифра одного числа была другой, лишней или пропущенной. Что стоит в протоколе?"),
            ("One digit of a figure may have been misread, dropped or written twice.", "Санның бір цифры қате оқылған, түсіп қалған не екі рет жазылған болуы мүмкін.", "Возможно, одна цифра числа прочитана неверно, пропущена или записана дважды.")),
        Of("D.05", ("A zero nobody expects", "Күтілмеген нөл", "Неожиданный ноль"),
            ("chance of a zero, if this station voted as its sister stations did", "учаске көршілес учаскелердей дауыс берсе, нөлдің ықтималдығы", "вероятность нуля, если участок голосовал как соседние"),
            ("This figure is 0, and hardly any comparable station has a 0 there. Was it left out?", "Бұл сан нөл, ал салыстырмалы учаскелердің ешқайсысында дерлік мұнда нөл жоқ. Ол қалып кеткен жоқ па?", "Здесь 0, а у сопоставимых участков нулей здесь почти нет. Не пропущено ли число?"),
            ("A zero where comparable stations have none; the figure may have been left out.", "Салыстырмалы учаскелерде жоқ нөл; сан қалып кеткен болуы мүмкін.", "Ноль там, где у сопоставимых участков его нет; возможно, число пропущено.")),
        Of("D.06", ("The same votes at two stations", "Екі учаскеде бірдей дауыстар", "Одинаковые голоса на двух участках"),
            ("chance among all stations, as a power of ten", "барлық учаске арасындағы ықтималдық, онның дәрежесімен", "вероятность среди всех участков, степень десяти"),
            ("Every list has the same votes as at another station. Was one protocol entered twice?", "Әр тізімнің дауысы басқа учаскедегідей. Бір хаттама екі рет енгізілген жоқ па?", "У каждого списка столько же голосов, сколько на другом участке. Не введён ли один протокол дважды?"),
            ("Two stations have the same votes for every list; one protocol may have been entered for both.", "Екі учаскеде әр тізімге берілген дауыстар бірдей; бір хаттама екеуіне де енгізілген болуы мүмкін.", "На двух участках одинаковые голоса за все списки; возможно, один протокол введён за оба.")),
        Of("D.07", ("The same votes one row further down", "Бір жол төмен жылжыған дауыстар", "Те же голоса со сдвигом на строку"),
            ("chance among all stations, as a power of ten", "барлық учаске арасындағы ықтималдық, онның дәрежесімен", "вероятность среди всех участков, степень десяти"),
            ("The votes are those of another station, one row further down. Was a row skipped at entry?", "Дауыстар басқа учаскедегідей, бірақ бір жол төмен тұр. Енгізгенде жол қалып кеткен жоқ па?", "Голоса те же, что на другом участке, но на строку ниже. Не пропущена ли строка при вводе?"),
            ("One station has the votes of another, one row further down.", "Бір учаскеде басқасының дауыстары бір жол төмен жазылған.", "На одном участке стоят голоса другого, сдвинутые на строку.")),
        Of("D.08", ("Turnout unlike before", "Қатысу бұрынғыдан өзгеше", "Явка не такая, как прежде"),
            ("change of the turnout in percentage points, against that of the sister stations", "қатысудың пайыздық тармақпен өзгеруі, көршілес учаскелердікімен салыстырғанда", "изменение явки в процентных пунктах по сравнению с соседними участками"),
            ("The turnout changed since the previous election quite otherwise than at comparable stations. Are voters and electors right, and is it the same station?",
             "Қатысу өткен сайлаудан бері салыстырмалы учаскелердегіден мүлде басқаша өзгерді. Сайлаушылар мен қатысқандар саны дұрыс па, бұл сол учаске ме?",
             "Явка с прошлых выборов изменилась совсем не так, как на сопоставимых участках. Верны ли числа избирателей и проголосовавших, и тот же ли это участок?"),
            ("The turnout changed much more or less than at comparable stations; boundaries may have changed too.", "Қатысу салыстырмалы учаскелердегіден әлдеқайда көп не аз өзгерді; шекаралар да өзгерген болуы мүмкін.", "Явка изменилась намного сильнее или слабее, чем на сопоставимых участках; могли измениться и границы.")),
        Of("D.09", ("A list’s share unlike before", "Тізім үлесі бұрынғыдан өзгеше", "Доля списка не такая, как прежде"),
            ("change of the share in percentage points, against that of the sister stations", "үлестің пайыздық тармақпен өзгеруі, көршілес учаскелердікімен салыстырғанда", "изменение доли в процентных пунктах по сравнению с соседними участками"),
            ("A list’s share changed since the previous election quite otherwise than at comparable stations. Are its votes right, and is it the same station?",
             "Тізімнің үлесі өткен сайлаудан бері салыстырмалы учаскелердегіден мүлде басқаша өзгерді. Дауыстары дұрыс па, бұл сол учаске ме?",
             "Доля списка с прошлых выборов изменилась совсем не так, как на сопоставимых участках. Верны ли его голоса, и тот же ли это участок?"),
            ("A list gained or lost much more than at comparable stations; a place can also change its mind.", "Тізім салыстырмалы учаскелердегіден әлдеқайда көп ұтты не ұтылды; тұрғындар пікірін өзгертуі де мүмкін.", "Список приобрёл или потерял намного больше, чем на сопоставимых участках; но и мнение жителей может меняться.")),
    ];

    /// <summary>Finds a screen by its code.</summary>
    internal static Screen Coded(string code) => All.First(s => s.Code == code);

    private static Screen Of(string code, (string En, string Kk, string Ru) title, (string En, string Kk, string Ru) measure, (string En, string Kk, string Ru) official, (string En, string Kk, string Ru) observer) =>
        new(code, In(title), In(measure), new CheckWords(In(official), In(observer)));

    private static Words In((string En, string Kk, string Ru) texts) => new(new Dictionary<string, string> { ["en"] = texts.En, ["kk"] = texts.Kk, ["ru"] = texts.Ru });
}
