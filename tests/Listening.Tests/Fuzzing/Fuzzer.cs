using System.Globalization;

namespace Listening.Tests.Fuzzing;

/// <summary>
/// Spoils real lines and questions and looks whether what reads them keeps its word. Every try has a seed of its own, which the failure names:
/// <c>Fuzzer.TryAsync(seed)</c> repeats it.
/// </summary>
internal static class Fuzzer
{
    /// <summary>Tries until the time is up; gives how many tries and lines, or throws <see cref="FuzzFailure"/> with the seed.</summary>
    public static async Task<FuzzCount> RunAsync(int seed, TimeSpan length, TimeProvider time, CancellationToken cancellationToken)
    {
        var count = new FuzzCount(0, 0, 0);
        var began = time.GetTimestamp();
        for (var number = 0; time.GetElapsedTime(began) < length; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            count += await TryAsync(unchecked(seed + number), cancellationToken);
        }

        return count;
    }

    /// <summary>One try.</summary>
    public static async Task<FuzzCount> TryAsync(int seed, CancellationToken cancellationToken)
    {
        var chance = new Random(seed);
        try
        {
            return chance.Next(3) switch
            {
                0 => SpoiledQuestion.Try(chance),
                1 => await SpoiledSearch.TryAsync(chance, cancellationToken),
                _ => await SpoiledFile.TryAsync(chance, cancellationToken),
            };
        }
        catch (Exception exception) when (exception is not (FuzzFailure or OperationCanceledException))
        {
            throw new FuzzFailure(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {exception}"));
        }
        catch (FuzzFailure failure)
        {
            throw new FuzzFailure(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {failure.Message}"));
        }
    }
}
