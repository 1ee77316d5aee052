namespace Mandate.Reports.Language;

/// <content>Words of what was made up.</content>
internal static partial class Texts
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> Generating = new(StringComparer.Ordinal)
    {
        ["generate.title"] = ("Made-up election of {country}", "{country} елінің ойдан шығарылған сайлауы", "Вымышленные выборы: {country}"),
        ["generate.seed"] = ("Seed", "Бастапқы сан", "Начальное число"),
        ["generate.units"] = ("Units", "Бірліктер", "Единиц"),
        ["generate.protocols"] = ("Protocols", "Хаттамалар", "Протоколов"),
        ["generate.registered"] = ("Voters on lists and added", "Тізімдегі және қосылған сайлаушылар", "Избирателей в списках и добавлено"),
        ["generate.found"] = ("Ballots in the boxes", "Жәшіктердегі бюллетеньдер", "Бюллетеней в урнах"),
        ["generate.slips"] = ("Planted slips", "Әдейі енгізілген қателер", "Внесённые ошибки"),
        ["generate.kind"] = ("Kind", "Түрі", "Вид"),
        ["generate.count"] = ("Protocols", "Хаттамалар", "Протоколов"),
        ["generate.files"] = ("Files", "Файлдар", "Файлы"),
        ["generate.paper"] = ("Summary protocol", "Жиынтық хаттама", "Сводный протокол"),
        ["generate.paper-votes"] = ("Votes for the lists", "Тізімдерге берілген дауыстар", "Голоса за списки"),
        ["generate.paper-figures"] = ("Figures of the country", "Ел бойынша сандар", "Числа по стране"),
        ["generate.figure"] = ("Figure", "Сан", "Число"),
        ["generate.value"] = ("Value", "Мәні", "Значение"),
        ["generate.list"] = ("List", "Тізім", "Список"),
        ["generate.votes"] = ("Votes", "Дауыс саны", "Голосов"),
        ["generate.sum"] = ("Together", "Барлығы", "Всего"),
        ["generate.unit"] = ("Area", "Аумақ", "Территория"),
        ["generate.day"] = ("Polling day", "Сайлау күні", "День голосования"),
        ["generate.handle"] = ("Document", "Құжат", "Документ"),
        ["generate.maker"] = ("Made up by", "Ойдан шығарған", "Придумано командой"),
        ["generate.nobody"] = (
            "It adds up made-up protocols. No commission drew it up and nobody signed it.",
            "Мұнда ойдан шығарылған хаттамалар қосылған. Оны ешбір комиссия жасаған жоқ, оған ешкім қол қойған жоқ.",
            "Здесь сложены вымышленные протоколы. Его не составляла никакая комиссия, и никто его не подписывал."),
        ["generate.file"] = ("File", "Файл", "Файл"),
    };
}
