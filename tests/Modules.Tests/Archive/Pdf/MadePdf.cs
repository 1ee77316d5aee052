using Mandate.Archive.Pdf;

namespace Mandate.Modules.Tests.TheArchive.Pdf;

/// <summary>Documents for tests.</summary>
internal static class MadePdf
{
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static TheoryData<string> Languages => ["en", "ru", "kk"];

    public static string Paragraph(string language) => language switch
    {
        "ru" => "Комиссия подсчитывает бюллетени, подъезжающие ящики вскрывают по одному; объём щедро отмечен (№ 17) — ещё 1 204 голоса «за».",
        "kk" => "Комиссия бюллетеньдерді санайды: әрбір өңірдің учаскелік хаттамасы үш үлгіде жазылып, қол қойылған соң ұйымға һәм ғимаратқа ілінеді — 1 204 дауыс.",
        _ => "The commission counts the papers quickly: every box is opened, judged (by just five members) and put away — 1,204 votes & \"no\" doubts.",
    };

    public static PdfFront Front(string language = "en", IReadOnlyList<PdfSection>? sections = null)
    {
        var (title, names, notice) = language switch
        {
            "ru" => ("Отчёт о проведении выборов депутатов парламента и подсчёте голосов", new[] { "Постоянное имя", "Ссылка", "Адрес", "SHA-256 оригинала", "Положение", "Права" }, "Документ вымышлен: он составлен для проверки программы."),
            "kk" => ("Парламент депутаттарының сайлауын өткізу және дауыстарды санау туралы есеп", ["Тұрақты атауы", "Сілтеме", "Мекенжайы", "Түпнұсқаның SHA-256 қосындысы", "Күйі", "Құқықтар"], "Құжат ойдан шығарылған: ол бағдарламаны тексеру үшін жасалды."),
            _ => ("Report on the conduct of the parliamentary election and the counting of votes", new[] { "Handle", "Citation", "Address", "SHA-256 of the original", "Standing", "Rights" }, "This document is synthetic: it was made to test the program."),
        };
        string[] values = ["made/report-2031", "Commission of Madeland, Report 17 (2031)", "https://archive.example/documents/made/report-2031/with/an/address/that/goes/on/and/on/and/on/to/be/longer/than/a/line", Hash, "Ә Ғ Қ Ң Ө Ұ Ү Һ І Ё Щ Ъ Э; fi “quoted” – 12 § 3", "CC BY 4.0"];
        return new(title, ["Central Commission of Madeland", "Ұлттық кітапхана"], language, "made/report-2031", "Elections", new(title, language, [.. names.Zip(values)], [notice]), sections ?? []);
    }

    public static byte[] Write(PdfFront front, params PdfSheet[] sheets)
    {
        using var to = new OneWay();
        SearchablePdf.Write(to, front, sheets.Length, index => sheets[index]);
        return to.ToArray();
    }

    /// <summary>A stream that takes bytes and can do nothing else, such as an answer of the portal.</summary>
    internal sealed class OneWay : Stream
    {
        private readonly MemoryStream taken = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public byte[] ToArray() => taken.ToArray();

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => taken.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => taken.Write(buffer);
    }
}
