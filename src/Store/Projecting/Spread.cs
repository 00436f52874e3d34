using System.Runtime.ExceptionServices;

namespace Listening.Store.Projecting;

/// <summary>Runs pure work of many parts on some cores at once.</summary>
internal static class Spread
{
    // Readers are served by the same machine.
    private const int MostCores = 4;

    // Fewer are done before another thread has begun.
    private const int Few = 500;

    /// <summary>What <paramref name="work"/> makes of each part, in order. Throws what it throws first.</summary>
    public static TResult[] Over<TPart, TResult>(IReadOnlyList<TPart> parts, Func<TPart, TResult> work, CancellationToken cancellationToken)
    {
        var results = new TResult[parts.Count];
        if (parts.Count < Few)
        {
            for (var i = 0; i < results.Length; i++) results[i] = work(parts[i]);
            return results;
        }

        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostCores, Environment.ProcessorCount), CancellationToken = cancellationToken };
            Parallel.For(0, results.Length, options, i => results[i] = work(parts[i]));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return results;
    }
}
