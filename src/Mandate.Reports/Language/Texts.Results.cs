namespace Mandate.Reports.Language;

/// <content>Words of forms, checks and files of protocols.</content>
internal static partial class Texts
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> Results = new(StringComparer.Ordinal)
    {
        ["results.title"] = ("Checks of {form}", "Тексеру: {form}", "Проверка: {form}"),
        ["results.protocols"] = ("Protocols read", "Оқылған хаттамалар", "Прочитано протоколов"),
        ["results.lists"] = ("Lists", "Тізімдер", "Списки"),
        ["results.reading"] = ("Read as", "Оқылуы", "Прочитано как"),
        ["results.variant"] = ("Variant", "Түрі", "Вариант"),
        ["results.with-errors"] = ("Protocols with errors", "Қатесі бар хаттамалар", "Протоколов с ошибками"),
        ["results.none"] = ("No check failed.", "Барлық тексеруден өтті.", "Все проверки пройдены."),
        ["results.findings"] = ("Findings by unit", "Бірліктер бойынша сәйкессіздіктер", "Расхождения по участкам"),
        ["results.more"] = ("{n} more findings are not shown; --most shows more.", "Тағы {n} сәйкессіздік көрсетілмеген; --most көбірек көрсетеді.", "Ещё {n} расхождений не показано; --most покажет больше."),
        ["results.checks"] = ("Checks", "Тексерулер", "Проверки"),
        ["results.totals"] = ("Sums of this file", "Осы файлдың қосындылары", "Суммы по этому файлу"),
        ["results.sums"] = (
            "Sums of the rows of this file, to be held against official totals; not a result.",
            "Осы файл жолдарының қосындылары, ресми жиынтықпен салыстыруға арналған; бұл нәтиже емес.",
            "Суммы строк этого файла, чтобы сравнить с официальными итогами; это не результат."),
        ["results.inferred"] = (
            "* inferred: the check follows from the law or from arithmetic, not from the official form.",
            "* шығарылған: тексеру заңнан немесе есептен шығады, ресми нысаннан емес.",
            "* выведено: проверка следует из закона или арифметики, а не из официальной формы."),
        ["results.forms"] = ("Forms", "Нысандар", "Формы"),
        ["results.mappings"] = ("Mappings", "Сәйкестіктер", "Сопоставления"),
        ["results.figures"] = ("Figures", "Сандар", "Числа"),
        ["results.errors"] = ("Errors", "Қателер", "Ошибок"),
        ["results.warnings"] = ("Warnings", "Ескертулер", "Предупреждений"),
        ["results.error"] = ("error", "қате", "ошибка"),
        ["results.warning"] = ("warning", "ескерту", "предупреждение"),
        ["results.limit"] = ("limit", "шек", "предел"),
        ["results.difference"] = ("difference", "айырма", "разница"),
        ["results.yes"] = ("yes", "иә", "да"),
        ["results.no"] = ("no", "жоқ", "нет"),
        ["results.unit"] = ("Unit", "Бірлік", "Участок"),
        ["results.code"] = ("Code", "Код", "Код"),
        ["results.level"] = ("Level", "Деңгей", "Уровень"),
        ["results.finding"] = ("Finding", "Сәйкессіздік", "Расхождение"),
        ["results.relation"] = ("Relation", "Арақатынас", "Соотношение"),
        ["results.failed"] = ("Failed", "Өтпеді", "Не прошло"),
        ["results.held"] = ("Held", "Өтті", "Прошло"),
        ["results.unchecked"] = ("Unchecked", "Тексерілмеді", "Не проверено"),
        ["results.figure"] = ("Figure", "Сан", "Число"),
        ["results.sum"] = ("Sum", "Қосынды", "Сумма"),
        ["results.known"] = ("Known in", "Белгілі", "Известно в"),
        ["results.id"] = ("Id", "Ат", "Имя"),
        ["results.kind"] = ("Kind", "Түр", "Вид"),
        ["results.name"] = ("Name", "Атауы", "Название"),
        ["results.at-entry"] = ("at entry", "енгізу кезінде", "при вводе"),
    };
}
