namespace Mandate.Results.Expressions;

/// <summary>A relation that cannot be read; it never leaves the reader of forms, which turns it into a finding.</summary>
/// <param name="at">Where in the text, 0 for the first letter.</param>
/// <param name="found">What stands there.</param>
/// <param name="expected">What was expected.</param>
internal sealed class ExpressionFault(int at, string found, string expected) : Exception($"found {found}; expected {expected}")
{
    public int At => at;

    public string Found => found;

    public string Expected => expected;
}
