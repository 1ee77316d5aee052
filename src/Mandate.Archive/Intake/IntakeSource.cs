namespace Mandate.Archive.Intake;

/// <summary>Reads what is brought to the archive: files, folders, bags, zips, and a sheet that describes them.</summary>
internal static class IntakeSource
{
    /// <summary>Reads all sources. Where anything is at fault, nothing is taken.</summary>
    /// <param name="paths">Files, folders and zips. With a sheet they may be empty: the sheet's rows then name the files.</param>
    /// <param name="limits">How much may be brought.</param>
    /// <param name="sheet">What is known of the documents. Its files are named from the sheet's own folder, or from the root of a source.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static IntakePlan Read(IReadOnlyList<string> paths, IntakeLimits limits, SheetOptions? sheet = null, CancellationToken cancel = default)
    {
        var reading = new IntakeReading(limits, sheet, cancel);
        try
        {
            foreach (var path in paths)
            {
                reading.Take(path);
            }

            return reading.Plan(ofSheetAlone: paths.Count == 0);
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }
}
