namespace Mandate.Reports.Language;

/// <content>Words of a running count.</content>
internal static partial class Texts
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> Counts = new(StringComparer.Ordinal)
    {
        ["count.import"] = ("Import of {file}", "Импорт: {file}", "Импорт: {file}"),
        ["count.accepted"] = ("Accepted into the ledger", "Тізілімге қабылданды", "Принято в реестр"),
        ["count.unchanged"] = ("Accepted before, unchanged", "Бұрын қабылданған, өзгеріссіз", "Принято раньше, без изменений"),
        ["count.waiting"] = ("Wait for people", "Адамдардың шешімін күтуде", "Ждут людей"),
        ["count.left-out"] = ("Left out, with errors", "Қатесі бар, алынбады", "Не взято, с ошибками"),
        ["count.leaves"] = ("Leaves of the ledger", "Тізілім жазбалары", "Записей в реестре"),
        ["count.checkpoints"] = ("Signed checkpoints", "Қол қойылған бақылау нүктелері", "Подписанных контрольных точек"),
        ["count.totals"] = ("Totals", "Жиыны", "Итоги"),
        ["count.final"] = ("Final", "Түпкілікті", "Окончательно"),
        ["count.preliminary"] = ("Preliminary", "Алдын ала", "Предварительно"),
        ["count.inside"] = ("Units inside", "Құрамындағы бірліктер", "Единицы внутри"),
        ["count.due"] = ("Due", "Күтілетіні", "Ожидается"),
        ["count.counted"] = ("Counted", "Есепке алынды", "Учтено"),
        ["count.entering"] = ("Being entered", "Енгізілуде", "Вводится"),
        ["count.aside"] = ("Set aside", "Бөлек қойылды", "Отложено"),
        ["count.signed"] = ("Signed off in leaf", "Қол қойылған жазба", "Подписано записью"),
        ["count.of"] = ("{n} of {all}, {share}", "{all} ішінен {n}, {share}", "{n} из {all}, {share}"),
        ["count.training"] = ("A training: nothing here is a result.", "Жаттығу: мұндағы ештеңе нәтиже емес.", "Учение: ничто здесь не является результатом."),
        ["count.under-way"] = ("A count under way, not a declaration.", "Санау жүріп жатыр, бұл жарияланған қорытынды емес.", "Подсчёт идёт, это не объявление итогов."),
        ["count.declared"] = ("Counted, signed off and declared.", "Саналды, қол қойылды және жарияланды.", "Подсчитано, подписано и объявлено."),
        ["count.holds"] = ("The count is as it was signed.", "Санау қол қойылған күйінде.", "Подсчёт таков, каким был подписан."),
        ["count.broken"] = ("The count is not as it was signed.", "Санау қол қойылған күйінде емес.", "Подсчёт не таков, каким был подписан."),
    };
}
