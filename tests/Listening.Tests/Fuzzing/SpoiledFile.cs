using System.Buffers;
using System.IO.Compression;
using System.Text;
using Listening.Collecting;
using Listening.Sources.Files;

namespace Listening.Tests.Fuzzing;

/// <summary>Files and bodies of posts, spoiled: every line is a post that can be written and read again, or refused with its reason, however the bytes arrive.</summary>
internal static class SpoiledFile
{
    private static readonly CsvPostOptions Options = new() { Source = "table" };

    private static readonly string[] Lines =
    [
        """{"source":"mastodon","id":"1","author":{"id":"7","handle":"ana","name":"Ana \u00e9","followers":12},"text":"@acme my bag is lost 🤥","postedAt":"2026-01-05T09:12:44.120Z","lang":"en"}""",
        """{"source":"twitter","id":"2","author":{"id":"acme","brand":true},"text":"@ana we are sorry \"really\"","postedAt":"2026-01-05T10:12:44+01:00","inReplyTo":"1","mentions":["ana"],"tags":["sorry"]}""",
        """{"source":"forum","id":"3","author":{"id":"b"},"text":"x","postedAt":"2026-01-05T09:12:44Z","editedAt":"2026-01-06T00:00:00Z","attachments":[{"kind":"image","url":"https://e.org/a.png","alt":"a"}],"counts":{"likes":3,"views":9}}""",
        """{"source":"forum","id":"4","author":{"id":"c","bot":true},"text":"","postedAt":"2026-01-05T09:12:44Z","deletedAt":"2026-01-07T00:00:00Z","audience":"internal","conversation":"t1","channel":"help","unknown":{"a":[1,2,{"b":null}]}}""",
    ];

    private const string Csv = "id,author,text,date,parent\n1,ana,\"lost, \"\"really\"\"\nlost\",2026-01-05 09:12:44,\n2,acme,sorry,2026-01-05T10:00:00Z,1\n3,b,hm,1767604364,\n4,c,ja,2026-01-05,3\n";

    private const string Twcs = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n1,sprintcare,False,Tue Oct 31 22:10:47 +0000 2017,@115712 I understand &amp; see.,2,3\n"
        + "2,115712,True,Tue Oct 31 22:11:45 +0000 2017,\"@sprintcare and how, \nexactly?\",,1\n";

    public static async Task<FuzzCount> TryAsync(Random chance, CancellationToken cancellationToken)
    {
        var (format, text) = chance.Next(4) switch
        {
            0 => (PostFileFormat.Ndjson, string.Join('\n', Some(chance))),
            1 => (PostFileFormat.Ndjson, $"[{string.Join(',', Some(chance))}]"),
            2 => (PostFileFormat.Csv, chance.Next(2) == 0 ? Csv : Csv.Replace(',', ';')),
            _ => (PostFileFormat.Twcs, Twcs),
        };
        var bytes = Mutation.Of(Encoding.UTF8.GetBytes(text), chance);
        var damaged = false;
        if (chance.Next(5) == 0)
        {
            bytes = Zipped(bytes);
            damaged = chance.Next(2) == 0;
            if (damaged) bytes = Mutation.Of(bytes, chance);
        }

        var (lines, ended) = await ReadAsync(bytes, format, new MemoryStream(bytes), cancellationToken);
        var (again, endedAgain) = await ReadAsync(bytes, format, new InPieces(bytes, new Random(chance.Next())), cancellationToken);
        var common = Math.Max(lines.Count, again.Count);
        // How much of a damaged gzip comes out before the damage, and what is said of it, depends on the pieces.
        if (damaged) common = Math.Max(0, Math.Min(lines.Count, again.Count) - 1);
        var differs = lines.Take(common).Select(Shown).Zip(again.Take(common).Select(Shown)).FirstOrDefault(pair => pair.First != pair.Second);
        FuzzFailure.Unless(differs == default && (damaged || lines.Count == again.Count), $"in other pieces '{differs.First}' is read as '{differs.Second}', {again.Count} lines instead of {lines.Count}: {Convert.ToBase64String(bytes)}");
        FuzzFailure.Unless(damaged || ended == endedAgain, $"the same bytes in other pieces end with '{endedAgain}' instead of '{ended}': {Convert.ToBase64String(bytes)}");
        if (format == PostFileFormat.Ndjson && ended == "" && !IsZip(bytes)) Accounted(bytes, lines.Count);
        foreach (var line in lines) Kept(line);
        return new(1, lines.Count(line => line.Post is not null), lines.Count(line => line.Post is null));
    }

    private static IEnumerable<string> Some(Random chance) => Enumerable.Range(0, 1 + chance.Next(6)).Select(_ => Line(chance));

    /// <summary>A line that is a post.</summary>
    public static string Line(Random chance) => Lines[chance.Next(Lines.Length)];

    /// <summary>The lines, and how the reading ended: nothing, or the type and words of one of the exceptions it may throw.</summary>
    private static async Task<(List<ReadLine> Lines, string Ended)> ReadAsync(byte[] bytes, PostFileFormat format, Stream stream, CancellationToken cancellationToken)
    {
        var lines = new List<ReadLine>();
        try
        {
            await foreach (var line in PostFile.ReadAsync(stream, format, Options, cancellationToken)) lines.Add(line);
            return (lines, "");
        }
        catch (Exception exception) when (exception is InvalidDataException || (exception is FormatException && format != PostFileFormat.Ndjson))
        {
            FuzzFailure.Unless(exception.Message.Length is > 0 and < 100_000, $"an ending without words: {Convert.ToBase64String(bytes)}");
            return (lines, $"{exception.GetType().Name} {exception.Message}");
        }
    }

    private static void Accounted(byte[] bytes, int lines)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes.AsSpan();
        if (bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("["u8)) return;
        var expected = 0;
        foreach (var range in start.Split((byte)'\n'))
            if (!start[range].Trim(" \t\r"u8).IsEmpty) expected++;
        FuzzFailure.Unless(lines == expected, $"{lines} lines are accounted for, {expected} there are: {Convert.ToBase64String(bytes)}");
    }

    private static void Kept(ReadLine line)
    {
        if (line.Post is null)
        {
            FuzzFailure.Unless(line.Reason is { Length: > 0 and < 600 } && !line.Reason.Any(char.IsControl), $"a refusal without a fit reason: '{line.Reason}'");
            FuzzFailure.Unless(line.Raw is null || line.Raw.Length <= ReadLine.LongestRaw, "more of a refused line is kept than may be");
            return;
        }

        PostLimits.Checked(line.Post);
        var written = new ArrayBufferWriter<byte>();
        PostJson.Write(written, line.Post);
        var twice = new ArrayBufferWriter<byte>();
        PostJson.Write(twice, PostJson.Read(written.WrittenSpan));
        FuzzFailure.Unless(written.WrittenSpan.SequenceEqual(twice.WrittenSpan), $"a post is not read back as it was written: {Encoding.UTF8.GetString(written.WrittenSpan)}");
    }

    private static string Shown(ReadLine line)
    {
        if (line.Post is null) return $"{line.Line} {line.Reason} {line.Raw} {line.Source}";
        var written = new ArrayBufferWriter<byte>();
        PostJson.Write(written, line.Post);
        return $"{line.Line} {Encoding.UTF8.GetString(written.WrittenSpan)}";
    }

    private static bool IsZip(byte[] bytes) => bytes is [0x1f, 0x8b, ..];

    private static byte[] Zipped(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest)) gzip.Write(bytes);
        return zipped.ToArray();
    }

    /// <summary>Gives what a network might: one byte, or some.</summary>
    private sealed class InPieces(byte[] bytes, Random chance) : MemoryStream(bytes, writable: false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Size(buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Size(count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(base.Read(buffer.Span[..Size(buffer.Length)]));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(base.Read(buffer, offset, Size(count)));

        private int Size(int most) => Math.Min(most, 1 + (chance.Next(3) == 0 ? 0 : chance.Next(200)));
    }
}
