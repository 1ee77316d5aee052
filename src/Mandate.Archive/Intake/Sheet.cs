using System.Text;
using Sylvan.Data.Csv;

namespace Mandate.Archive.Intake;

/// <summary>Reads a table (RFC 4180, UTF-8 with or without a byte order mark) whose first row names its columns.</summary>
internal sealed class Sheet
{
    private const int MostRow = 1_000_000;
    private readonly string shown;
    private readonly IntakeLimits limits;
    private readonly ArchiveFaults faults;
    private string[] columns = [];

    private Sheet(string shown, IntakeLimits limits, ArchiveFaults faults)
    {
        this.shown = shown;
        this.limits = limits;
        this.faults = faults;
    }

    /// <summary>The rows of a table; none after noting what is wrong with the whole of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="faults">Receives faults.</param>
    public static IReadOnlyList<SheetRow> Read(string path, string shown, IReadOnlyList<string> required, IReadOnlyList<string> optional, IntakeLimits limits, ArchiveFaults faults)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            faults.Add(shown, file.Exists ? "an empty file" : "no file", $"a table with the columns {string.Join(", ", required.Concat(optional))}");
            return [];
        }

        if (file.Length > limits.TableBytes)
        {
            faults.Add(shown, $"{file.Length} bytes", $"at most {limits.TableBytes}; bring it in parts");
            return [];
        }

        try
        {
            using var source = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            return new Sheet(shown, limits, faults).Rows(source, required, optional);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(shown, "bytes that are not UTF-8", "a table saved as UTF-8");
        }
        catch (CsvRecordTooLargeException e)
        {
            faults.Add(shown, Math.Max(1, e.RowNumber), 1, "a row that is too long", $"rows of at most {MostRow} letters");
        }
        catch (CsvFormatException e)
        {
            faults.Add(shown, Math.Max(1, e.RowNumber), e.FieldOrdinal + 1, "a quoted field that does not end, or letters after its end", "quotes around the whole field, and doubled inside it (RFC 4180)");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(shown, $"a file that cannot be read ({e.Message})", "one that may be read");
        }

        return [];
    }

    private List<SheetRow> Rows(TextReader source, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var rows = new List<SheetRow>();
        var options = new CsvDataReaderOptions { HasHeaders = false, MaxBufferSize = MostRow, Delimiter = ',', ResultSetMode = ResultSetMode.SingleResult };
        using var reader = CsvDataReader.Create(source, options);
        for (int line = 1, next; reader.Read(); line = next)
        {
            var raw = reader.GetRawRecordSpan();
            next = line + Math.Max(1, raw.Count('\n'));
            var fields = new string[reader.RowFieldCount];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = reader.GetString(i).Trim();
            }

            if (line == 1)
            {
                fields[0] = fields[0].TrimStart('\uFEFF');
                columns = fields;
                if (!Header(required, optional))
                {
                    return [];
                }
            }
            else if (rows.Count == limits.Rows)
            {
                faults.Add(shown, line, 1, $"more than {limits.Rows} rows", "less at once; bring it in parts");
                break;
            }
            else if (IsWhole(line, fields, raw))
            {
                rows.Add(new SheetRow(faults, shown, line, columns, fields));
            }
        }

        return rows;
    }

    /// <summary>Whether a row can be read on; false, without a fault, for an empty line.</summary>
    private bool IsWhole(int line, string[] fields, ReadOnlySpan<char> raw)
    {
        if (Array.TrueForAll(fields, f => f.Length == 0) && (fields.Length == 1 || fields.Length == columns.Length))
        {
            return false;
        }

        if (fields.Length != columns.Length)
        {
            faults.Add(shown, line, Math.Min(fields.Length, columns.Length), $"{fields.Length} fields", $"{columns.Length}, as in the header; a field with a comma stands in quotes");
            return false;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Any(char.IsControl))
            {
                faults.Add(shown, line, i + 1, $"a line break or control character in column '{columns[i]}'", "a text of one line");
                return false;
            }

            if (fields[i].Contains('"', StringComparison.Ordinal) && !raw.Contains("\"\"", StringComparison.Ordinal))
            {
                faults.Add(shown, line, i + 1, $"a quotation mark within column '{columns[i]}'", "quotes around the whole field, and doubled inside it (RFC 4180)");
                return false;
            }
        }

        return true;
    }

    private bool Header(IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var expected = $"columns from {string.Join(", ", required.Concat(optional))}, parted by commas";
        var good = true;
        foreach (var missing in required.Where(r => !columns.Contains(r)))
        {
            faults.Add(shown, 1, 1, $"no column '{missing}'", expected);
            good = false;
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (!required.Contains(columns[i]) && !optional.Contains(columns[i]))
            {
                faults.Add(shown, 1, i + 1, $"the column '{SafeName.Shown(columns[i])}'", expected);
                good = false;
            }
            else if (Array.IndexOf(columns, columns[i]) != i)
            {
                faults.Add(shown, 1, i + 1, $"the column '{columns[i]}' a second time", "each column once");
                good = false;
            }
        }

        return good;
    }
}
