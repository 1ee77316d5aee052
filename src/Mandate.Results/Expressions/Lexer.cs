namespace Mandate.Results.Expressions;

/// <summary>A word, number or sign of a relation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where it begins, 0 for the first letter.</param>
/// <param name="Text">As it is written.</param>
internal readonly record struct Token(TokenKind Kind, int At, string Text)
{
    public string Shown => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}

internal enum TokenKind
{
    Name,
    Number,
    Sign,
    End,
}

/// <summary>Cuts a relation into words, numbers and signs.</summary>
internal static class Lexer
{
    private const int Longest = 2000;

    public static List<Token> Read(string text)
    {
        if (text.Length > Longest)
        {
            throw new ExpressionFault(Longest, $"{text.Length} letters", $"a relation of at most {Longest}");
        }

        var tokens = new List<Token>();
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\u00A0')
            {
                i++;
                continue;
            }

            var start = i;
            if (char.IsAsciiLetterLower(c))
            {
                // A hyphen inside a word belongs to it; a minus stands between spaces.
                while (i < text.Length && (char.IsAsciiLetterLower(text[i]) || char.IsAsciiDigit(text[i]) || (text[i] == '-' && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1]))))
                {
                    i++;
                }

                tokens.Add(new Token(TokenKind.Name, start, text[start..i]));
            }
            else if (char.IsAsciiDigit(c))
            {
                while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
                {
                    i++;
                }

                tokens.Add(new Token(TokenKind.Number, start, text[start..i]));
            }
            else
            {
                var two = i + 1 < text.Length ? text.Substring(i, 2) : string.Empty;
                var sign = two is "==" or "!=" or "<=" or ">=" ? two : c is '<' or '>' or '+' or '-' or '*' or '%' or '(' or ')' or ',' ? c.ToString() : null;
                if (sign is null)
                {
                    throw new ExpressionFault(i, $"'{c}'", c == '=' ? "== for equal" : "a figure, a number, or one of + - * % ( ) , == != < <= > >=");
                }

                tokens.Add(new Token(TokenKind.Sign, start, sign));
                i += sign.Length;
            }
        }

        tokens.Add(new Token(TokenKind.End, text.Length, string.Empty));
        return tokens;
    }
}
