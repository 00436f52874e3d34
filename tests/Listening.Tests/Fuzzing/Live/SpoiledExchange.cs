using System.Globalization;
using System.Text;

namespace Listening.Tests.Fuzzing.Live;

/// <summary>What goes over one connection: whole requests one after the other, and sometimes one at the end that is none.</summary>
/// <param name="Bytes">All that is sent.</param>
/// <param name="Answers">Those that must come, in their order; after them the server may answer what it wants below 500, or close.</param>
/// <param name="End">How it ends.</param>
internal sealed record SpoiledExchange(byte[] Bytes, IReadOnlyList<ExpectedAnswer> Answers, ExchangeEnd End)
{
    private const int LongestLine = 8192; // of a request, as the server takes it; address and head around it included
    private static readonly string[] Media = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/json", "application/json; charset=utf-8", "APPLICATION/X-NDJSON"];

    /// <summary>One by chance, with a key for posts and for reading.</summary>
    public static async Task<SpoiledExchange> OfAsync(Random chance, string key, CancellationToken cancellationToken)
    {
        var (sent, answers) = (new MemoryStream(), new List<ExpectedAnswer>());
        var spoiled = chance.Next(5) < 2;
        for (var number = spoiled ? chance.Next(2) : chance.Next(4) == 0 ? 3 : 1; number > 0; number--) answers.Add(await WholeAsync(sent, chance, key, cancellationToken));
        if (!spoiled) return new(sent.ToArray(), answers, ExchangeEnd.Answered);

        var body = SpoiledBody.Of(chance);
        switch (chance.Next(5))
        {
            case 0:
                Head(sent, $"Bearer {key}", body, $"Content-Length: {body.Bytes.Length + 1 + chance.Next(chance.Next(2) == 0 ? 3 : int.MaxValue - 1 - body.Bytes.Length)}");
                sent.Write(body.Bytes);
                return new(sent.ToArray(), answers, chance.Next(60) == 0 ? ExchangeEnd.Silent : ExchangeEnd.HalfClosed);
            case 1:
                var shorter = chance.Next(body.Bytes.Length + 1);
                Head(sent, $"Bearer {key}", body, $"Content-Length: {shorter}");
                sent.Write(body.Bytes);
                answers.Add(await body.ExpectedAsync(shorter, cancellationToken));
                return new(sent.ToArray(), answers, ExchangeEnd.HalfClosed);
            case 2:
                Head(sent, $"Bearer {key}", body, "Transfer-Encoding: chunked");
                sent.Write(Mutation.Of(Chunks(body.Bytes, chance), chance));
                return new(sent.ToArray(), answers, ExchangeEnd.HalfClosed);
            case 3:
                // Refused while the rest of it is under way: the answer may be lost on the wire.
                Write(sent, $"GET {SpoiledAddress.Of(chance)}&x={new string('x', LongestLine << chance.Next(6))} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n\r\n");
                return new(sent.ToArray(), [], ExchangeEnd.HalfClosed);
            default:
                var last = new MemoryStream();
                await WholeAsync(last, chance, key, cancellationToken);
                sent.Write(chance.Next(2) == 0 ? Mutation.Of(last.ToArray(), chance) : last.ToArray().AsSpan(0, chance.Next((int)last.Length)).ToArray());
                return chance.Next(2) == 0 ? new(sent.ToArray(), [], ExchangeEnd.Cut) : new(sent.ToArray(), answers, ExchangeEnd.HalfClosed);
        }
    }

    /// <summary>Writes a request that is well formed, whatever it asks and brings; gives its answer.</summary>
    private static async Task<ExpectedAnswer> WholeAsync(MemoryStream sent, Random chance, string key, CancellationToken cancellationToken)
    {
        if (chance.Next(6) == 0)
        {
            Write(sent, $"GET {Fitting(SpoiledAddress.Of(chance))} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n\r\n");
            return new(null);
        }

        var body = SpoiledBody.Of(chance);
        var expected = await body.ExpectedAsync(body.Bytes.Length, cancellationToken);
        var (media, query, authorization) = (Media[chance.Next(Media.Length)], chance.Next(2) == 0 ? "?arrival=backfill" : "", $"Bearer {key}");
        switch (chance.Next(30))
        {
            case 0: (media, expected) = (new[] { "text/plain", "", "application/xml", "multipart/form-data; boundary=x", ";;;", "application/" }[chance.Next(6)], new(415)); break;
            case 1: (body, expected) = (body with { Encoding = new[] { "br", "deflate", "gzip, gzip", "x", "gzip;q=1" }[chance.Next(5)] }, new(415)); break;
            case 2: (query, expected) = (new[] { "?arrival=never", "?arrival=", "?refused=x", "?refused=:0", "?refused=a:-1", "?arrival=live&arrival=live" }[chance.Next(6)], new(400)); break;
            case 3: (authorization, expected) = (new[] { "Basic eDp5", "Bearer", "lk_x" }[chance.Next(3)], new(401)); break;
            case 4: (query, expected) = ($"?{Fitting($"{Uri.EscapeDataString(SpoiledQuestion.Text("refused", chance))}={Uri.EscapeDataString(SpoiledQuestion.Text("forum:3", chance))}")}", new(null)); break;
        }

        var chunked = chance.Next(3) == 0;
        var length = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {body.Bytes.Length}";
        Head(sent, authorization, body, length + (chance.Next(20) == 0 ? "\r\nExpect: 100-continue" : ""), media, query);
        sent.Write(chunked ? Chunks(body.Bytes, chance) : body.Bytes);
        return expected;
    }

    // A longer one is no whole request (see above), nor is one with a NUL in its path: the server refuses it at its first line and closes.
    private static string Fitting(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? at : address.Length;
        var fitting = address[..query].Replace("%00", "%01", StringComparison.Ordinal) + address[query..];
        return fitting.Length > LongestLine - 200 ? fitting[..(LongestLine - 200)] : fitting;
    }

    private static void Head(MemoryStream sent, string authorization, SpoiledBody body, string length, string media = "application/x-ndjson", string query = "") =>
        Write(sent, $"POST /api/v1/posts{query} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {authorization}\r\nContent-Type: {media}\r\n"
            + (body.Encoding is null ? "" : $"Content-Encoding: {body.Encoding}\r\n") + $"{length}\r\n\r\n");

    private static byte[] Chunks(byte[] body, Random chance)
    {
        var chunks = new MemoryStream();
        for (int at = 0, size; at < body.Length; at += size)
        {
            size = Math.Min(body.Length - at, 1 + chance.Next(body.Length > 10_000 ? 8_000 : 60));
            Write(chunks, size.ToString(chance.Next(2) == 0 ? "x" : "X4", CultureInfo.InvariantCulture) + "\r\n");
            chunks.Write(body, at, size);
            Write(chunks, "\r\n");
        }

        Write(chunks, "0\r\n\r\n");
        return chunks.ToArray();
    }

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
