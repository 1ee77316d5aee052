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
        ["generate.file"] = ("File", "Файл", "Файл"),
    };
}
