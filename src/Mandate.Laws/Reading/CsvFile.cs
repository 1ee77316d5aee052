using System.Globalization;
using Sylvan.Data.Csv;

namespace Mandate.Laws.Reading;

/// <summary>Reads a CSV file row by row within limits; faults name line, column and what was expected.</summary>
internal sealed class CsvFile
{
    private const long MostBytes = 200_000_000;
    private const int MostRows = 5_000_000;
    private readonly string shown;
    private readonly Findings findings;

    private CsvFile(string shown, Findings findings)
    {
        this.shown = shown;
        this.findings = findings;
    }

    /// <summary>A row: its line and its fields by column name.</summary>
    public sealed class Row(CsvFile file, int line, IReadOnlyList<string> columns, string[] fields)
    {
        public int Line => line;

        public string this[string column]
        {
            get
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    if (columns[i] == column)
                    {
                        return fields[i];
                    }
                }

                return string.Empty;
            }
        }

        public void Fault(string column, string found, string expected)
        {
            var place = columns.ToList().IndexOf(column) + 1;
            file.findings.Add(new Finding(file.shown, line, place, $"{found} in column '{column}'", expected));
        }

        /// <summary>A count that is not negative; null where the cell is empty or, after a finding, wrong.</summary>
        public long? Count(string column)
        {
            var text = this[column].Trim();
            if (text.Length == 0)
            {
                return null;
            }

            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Fault(column, $"'{Cut(text)}'", "a whole number of at least 0, digits only; an empty cell means unknown");
            return null;
        }

        public string? Required(string column)
        {
            var text = this[column].Trim();
            if (text.Length > 0)
            {
                return text;
            }

            Fault(column, "an empty cell", "a value");
            return null;
        }

        internal static string Cut(string text) => text.Length > 60 ? text[..57] + "…" : text;
    }

    /// <summary>The rows of a file; none after noting what is wrong with the whole of it.</summary>
    /// <param name="path">The file; null reads <paramref name="text"/>.</param>
    /// <param name="text">The text, where it does not come from a file.</param>
    /// <param name="shown">The name for findings.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that can be there.</param>
    /// <param name="findings">Receives faults.</param>
    public static IReadOnlyList<Row> Read(string? path, string? text, string shown, IReadOnlyList<string> required, IReadOnlyList<string> optional, Findings findings)
    {
        var file = new CsvFile(shown, findings);
        if (path is not null && new FileInfo(path).Length > MostBytes)
        {
            findings.Add(new Finding(shown, 0, 0, "a file of more than 200 MB", "a smaller file"));
            return [];
        }

        try
        {
            using TextReader source = path is null
                ? new StringReader(text ?? string.Empty)
                : new StreamReader(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            return file.Rows(source, required, optional);
        }
        catch (System.Text.DecoderFallbackException)
        {
            findings.Add(new Finding(shown, 0, 0, "bytes that are not UTF-8", "a file saved as UTF-8"));
        }
        catch (CsvRecordTooLargeException e)
        {
            findings.Add(new Finding(shown, Math.Max(1, (int)e.RowNumber), 1, "a row that is too long", "rows of at most a million characters"));
        }
        catch (CsvFormatException e)
        {
            findings.Add(new Finding(shown, Math.Max(1, e.RowNumber), e.FieldOrdinal + 1, "a field that cannot be read", "quotes doubled inside a quoted field (RFC 4180)"));
        }

        return [];
    }

    private List<Row> Rows(TextReader source, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var rows = new List<Row>();
        var options = new CsvDataReaderOptions { HasHeaders = false, MaxBufferSize = 1_000_000, Delimiter = ',', ResultSetMode = ResultSetMode.SingleResult };
        using var reader = CsvDataReader.Create(source, options);
        string[] columns = [];
        var line = 0;
        while (reader.Read())
        {
            line++;
            if (rows.Count == MostRows)
            {
                findings.Add(new Finding(shown, line, 1, $"more than {MostRows} rows", "a smaller file"));
                break;
            }

            var fields = new string[reader.RowFieldCount];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = reader.GetString(i);
            }

            if (line == 1)
            {
                columns = [.. fields.Select(f => f.Trim().TrimStart('\uFEFF'))];
                if (!Header(columns, required, optional))
                {
                    return [];
                }
            }
            else if (fields.Length != columns.Length)
            {
                if (!(fields.Length <= 1 && fields.All(string.IsNullOrWhiteSpace)))
                {
                    findings.Add(new Finding(shown, line, Math.Min(fields.Length, columns.Length), $"{fields.Length} fields", $"{columns.Length}, as in the header"));
                }
            }
            else if (fields.Any(f => f.Contains('\n', StringComparison.Ordinal)))
            {
                findings.Add(new Finding(shown, line, 1, "a line break inside a field", "one line a row"));
            }
            else
            {
                rows.Add(new Row(this, line, columns, fields));
            }
        }

        if (line == 0)
        {
            findings.Add(new Finding(shown, 1, 1, "an empty file", "a header: " + string.Join(',', required)));
        }

        return rows;
    }

    private bool Header(string[] columns, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var expected = "the header " + string.Join(',', required) + (optional.Count > 0 ? " and, where wanted, " + string.Join(',', optional) : string.Empty);
        var good = true;
        foreach (var missing in required.Where(r => !columns.Contains(r)))
        {
            findings.Add(new Finding(shown, 1, 1, $"no column '{missing}'", expected));
            good = false;
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (!required.Contains(columns[i]) && !optional.Contains(columns[i]))
            {
                findings.Add(new Finding(shown, 1, i + 1, $"the column '{Row.Cut(columns[i])}'", expected));
                good = false;
            }
            else if (Array.IndexOf(columns, columns[i]) != i)
            {
                findings.Add(new Finding(shown, 1, i + 1, $"the column '{columns[i]}' a second time", "each column once"));
                good = false;
            }
        }

        return good;
    }
}
