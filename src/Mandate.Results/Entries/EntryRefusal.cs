using Mandate.Laws;

namespace Mandate.Results.Entries;

/// <summary>Why a command was not carried out.</summary>
public enum RefusalKind
{
    /// <summary>This role does not do such things.</summary>
    RoleMayNot,

    /// <summary>The sender saw an older revision.</summary>
    Stale,

    /// <summary>Somebody is at it; a coordinator can release it.</summary>
    TakenBy,

    /// <summary>The sender is at it already.</summary>
    AlreadyYours,

    /// <summary>One person cannot do both.</summary>
    SamePerson,

    /// <summary>Somebody else must key these cells first.</summary>
    NotYourTurn,

    /// <summary>Somebody else has it open.</summary>
    NotYours,

    /// <summary>Nobody has opened it.</summary>
    NothingOpen,

    /// <summary>Nothing of the kind was keyed.</summary>
    NothingKeyed,

    /// <summary>A coordinator must decide first.</summary>
    InQuarantine,

    /// <summary>It is not in quarantine.</summary>
    NotInQuarantine,

    /// <summary>No such warning waits for an explanation.</summary>
    NothingToExplain,

    /// <summary>Entries are done; what is left is to explain warnings.</summary>
    EntriesDone,

    /// <summary>The result is accepted; only a correction changes it.</summary>
    AlreadyAccepted,

    /// <summary>There is no accepted result to correct.</summary>
    NotAccepted,

    /// <summary>No correction was opened.</summary>
    NoCorrection,

    /// <summary>The figures have errors.</summary>
    HasErrors,

    /// <summary>It is not set aside for errors.</summary>
    NoErrors,

    /// <summary>Entries are missing or differ.</summary>
    NotAgreed,

    /// <summary>The election's rules do not allow it.</summary>
    RulesForbid,

    /// <summary>Something in the command cannot be read; the faults say what.</summary>
    Unreadable,
}

/// <summary>A command that was not carried out; nothing has changed.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Face">How things stand, as the sender may see it.</param>
/// <param name="Faults">What could not be read; empty for other kinds.</param>
public sealed record EntryRefusal(RefusalKind Kind, EntryFace Face, IReadOnlyList<EntryFault> Faults)
{
    private static readonly Dictionary<RefusalKind, Words> Texts = new()
    {
        [RefusalKind.RoleMayNot] = Say("Your role may not do this.", "Сіздің рөліңізге бұл рұқсат етілмеген.", "Вашей роли это не разрешено."),
        [RefusalKind.Stale] = Say("Something has changed since you looked. This is how it stands now.", "Сіз қарағаннан бері өзгеріс болды. Қазіргі күйі осындай.", "С тех пор как вы смотрели, что-то изменилось. Вот как обстоит дело сейчас."),
        [RefusalKind.TakenBy] = Say("Somebody else has it open. A coordinator can release it.", "Оны басқа адам ашып отыр. Үйлестіруші босата алады.", "Это открыто другим. Координатор может освободить."),
        [RefusalKind.AlreadyYours] = Say("You have it open already.", "Оны сіз ашып қойғансыз.", "Это уже открыто вами."),
        [RefusalKind.SamePerson] = Say("This must be done by another person than before.", "Мұны бұрынғыдан басқа адам жасауы керек.", "Это должен сделать другой человек, не тот, что прежде."),
        [RefusalKind.NotYourTurn] = Say("These figures must be keyed by somebody else first.", "Бұл сандарды алдымен басқа адам енгізуі керек.", "Эти числа сначала должен ввести другой."),
        [RefusalKind.NotYours] = Say("You do not have it open.", "Оны ашқан сіз емессіз.", "Это открыто не вами."),
        [RefusalKind.NothingOpen] = Say("Open it first.", "Алдымен ашыңыз.", "Сначала откройте."),
        [RefusalKind.NothingKeyed] = Say("There is no such entry.", "Мұндай енгізу жоқ.", "Такого ввода нет."),
        [RefusalKind.InQuarantine] = Say("The protocol is set aside until a coordinator decides.", "Үйлестіруші шешкенше хаттама бөлек қойылған.", "Протокол отложен до решения координатора."),
        [RefusalKind.NotInQuarantine] = Say("The protocol is not set aside.", "Хаттама бөлек қойылмаған.", "Протокол не отложен."),
        [RefusalKind.NothingToExplain] = Say("No such warning waits for an explanation.", "Түсіндірме күтіп тұрған мұндай ескерту жоқ.", "Нет такого предупреждения, которое ждёт объяснения."),
        [RefusalKind.EntriesDone] = Say("The entries agree; only warnings are left to explain.", "Енгізулер бірдей; тек ескертулерді түсіндіру қалды.", "Вводы совпали; осталось объяснить предупреждения."),
        [RefusalKind.AlreadyAccepted] = Say("The result is accepted. A coordinator can open a correction.", "Нәтиже қабылданған. Үйлестіруші түзету аша алады.", "Результат принят. Координатор может открыть исправление."),
        [RefusalKind.NotAccepted] = Say("There is no accepted result to correct.", "Түзететін қабылданған нәтиже жоқ.", "Нет принятого результата, который можно исправить."),
        [RefusalKind.NoCorrection] = Say("No correction was opened.", "Түзету ашылмаған.", "Исправление не открыто."),
        [RefusalKind.HasErrors] = Say("The figures have errors. Correct them, or say that the paper has them.", "Сандарда қате бар. Түзетіңіз немесе қағазда солай екенін растаңыз.", "В числах есть ошибки. Исправьте их или подтвердите, что так на бумаге."),
        [RefusalKind.NoErrors] = Say("The protocol is not set aside for errors.", "Хаттама қате үшін бөлек қойылмаған.", "Протокол отложен не из-за ошибок."),
        [RefusalKind.NotAgreed] = Say("The entries are not complete or do not agree yet.", "Енгізулер толық емес немесе әлі бірдей емес.", "Вводы не завершены или ещё не совпадают."),
        [RefusalKind.RulesForbid] = Say("The rules of this election do not allow it.", "Бұл сайлаудың ережелері рұқсат етпейді.", "Правила этих выборов этого не допускают."),
        [RefusalKind.Unreadable] = Say("Something could not be read. Nothing was saved.", "Бірдеңе оқылмады. Ештеңе сақталған жоқ.", "Что-то не удалось прочитать. Ничего не сохранено."),
    };

    /// <summary>Gets what it says to people.</summary>
    public Words Says => Texts[Kind];

    private static Words Say(string en, string kk, string ru) => new(new Dictionary<string, string> { ["en"] = en, ["kk"] = kk, ["ru"] = ru });
}

/// <summary>Something in a command that cannot be read.</summary>
/// <param name="Where">The cell, or the part of the command.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
public sealed record EntryFault(string Where, string Found, string Expected);
