using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Listening.Tests.Fuzzing.Live;

/// <summary>
/// Sends spoiled requests to a running server and looks whether it answers or closes, never fails, counts every line, and goes on serving. What is
/// sent follows from the seed alone; what the server makes of it also from what it has seen before.
/// </summary>
internal sealed class LiveFuzzer(Uri server, string key) : IDisposable
{
    private const int Senders = 4, LooksEvery = 50, Repeats = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient client = new() { BaseAddress = server };
    private readonly IPEndPoint address = new(IPAddress.Loopback, server.Port);

    /// <summary>Settings of a server that is to be spoiled: two brands.</summary>
    public static Dictionary<string, string> Settings() => new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme",
        ["LISTENING__Brands__0__Handles__0"] = "*:acme",
        ["LISTENING__Brands__1__Name"] = "Rival",
        ["LISTENING__Brands__1__Kind"] = "competitor",
        ["LISTENING__Brands__1__Handles__0"] = "*:b",
        ["LISTENING__Storage__MinimumFree"] = "0",
    };

    /// <summary>Several senders at once until the time is up, then waits until the facts have followed. Throws <see cref="FuzzFailure"/> with the seed.</summary>
    public async Task<LiveCount> RunAsync(int seed, TimeSpan length, TimeProvider time, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var began = time.GetTimestamp();
        var number = 0;
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync, CancellationToken.None)).ToList();
        // The first that fails ends the others, and its failure is the one told.
        await foreach (var sender in Task.WhenEach(senders).WithCancellation(CancellationToken.None))
            if (sender.IsFaulted)
            {
                await failed.CancelAsync();
                await sender;
            }

        await CaughtUpAsync(time, cancellationToken);
        return (await Task.WhenAll(senders)).Aggregate((one, other) => one + other);

        async Task<LiveCount> SendAsync()
        {
            var count = default(LiveCount);
            while (time.GetElapsedTime(began) < length && !failed.IsCancellationRequested)
            {
                var own = Interlocked.Increment(ref number) - 1;
                count += await TryAsync(unchecked(seed + own), failed.Token);
                if (own % LooksEvery == 0) await LookAsync(failed.Token);
            }

            return count;
        }
    }

    /// <summary>One connection, sometimes two with the same on them.</summary>
    public async Task<LiveCount> TryAsync(int seed, CancellationToken cancellationToken)
    {
        var chance = new Random(seed);
        var exchange = await SpoiledExchange.OfAsync(chance, key, cancellationToken);
        try
        {
            var count = await LiveExchange.RunAsync(exchange, address, chance, again: false, cancellationToken);
            if (exchange.End != ExchangeEnd.Answered || chance.Next(Repeats) > 0) return count;
            await LiveExchange.RunAsync(exchange, address, chance, again: true, cancellationToken);
            return count with { Repeated = 1 };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new FuzzFailure(string.Create(CultureInfo.InvariantCulture, $"Live seed {seed}: {(exception is FuzzFailure ? exception.Message : exception)}\n{Shown(exchange)}"));
        }
    }

    /// <summary>Throws where the server that has ended wrote of an error.</summary>
    public static void CheckLog(string log)
    {
        foreach (var line in log.Split('\n'))
            FuzzFailure.Unless(!line.Contains("Z error ", StringComparison.Ordinal) && !line.Contains("Z fatal ", StringComparison.Ordinal), $"the log tells of an error: {line}");
    }

    public void Dispose() => client.Dispose();

    private string Shown(SpoiledExchange exchange) =>
        Convert.ToBase64String(System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(exchange.Bytes, 0, Math.Min(exchange.Bytes.Length, 4_000)).Replace(key, "KEY", StringComparison.Ordinal)));

    /// <summary>Whether it is ready and its facts follow; gives how it calls itself.</summary>
    private async Task<string> LookAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
        var view = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var projecting = view.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "projecting");
        FuzzFailure.Unless(answer.StatusCode == HttpStatusCode.OK && projecting.GetProperty("data").GetProperty("failures").GetInt64() == 0, $"is not well any more: {view}");
        return view.GetProperty("status").GetString()!;
    }

    private async Task CaughtUpAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        for (var began = time.GetTimestamp(); await LookAsync(cancellationToken) != "ready"; await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken))
            FuzzFailure.Unless(time.GetElapsedTime(began) < Patience, "the facts do not follow");
    }
}
