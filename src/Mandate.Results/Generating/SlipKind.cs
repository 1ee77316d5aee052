namespace Mandate.Results.Generating;

/// <summary>A mistake planted in a protocol.</summary>
internal enum SlipKind
{
    /// <summary>The votes of two neighbouring lists changed places. No relation of the form shows it.</summary>
    SwappedRows,

    /// <summary>Two neighbouring digits of a figure changed places.</summary>
    TransposedDigits,

    /// <summary>A list with votes has 0.</summary>
    UnexpectedZero,

    /// <summary>A list has the votes of the one before it once more.</summary>
    DuplicateColumn,

    /// <summary>A sum is 1, 10 or 100 too large or too small.</summary>
    SumError,

    /// <summary>A figure is blank.</summary>
    MissingFigure,

    /// <summary>More ballots were issued than there are voters.</summary>
    OverRegistered,

    /// <summary>Most votes of the strongest list stand with the weakest. All sums hold; only other places, or the election before, make one wonder.</summary>
    Outlier,
}
