using System.Numerics;

namespace Listening.Metrics.Answering;

/// <summary>From which moment to which each wait was open, and the median of their ages at every moment in one pass (a tree of counts: Fenwick, 1994).</summary>
internal sealed class Stays
{
    private readonly List<(int First, int End, long[] Openings)> stays = [];

    /// <summary>Adds waits that are open from the moment at index <paramref name="first"/> until before that at <paramref name="end"/>.</summary>
    public void Add(int first, int end, object?[] openings) => stays.Add((first, end, Array.ConvertAll(openings, opening => (long)opening!)));

    /// <summary>For each of the moments, ascending and in milliseconds: how many waited and the median of their ages in milliseconds.</summary>
    public (double Median, long N)[] Ages(long[] instants)
    {
        var openings = stays.SelectMany(stay => stay.Openings).Distinct().ToArray();
        Array.Sort(openings);
        var counts = new int[openings.Length + 1];
        var coming = stays.ToLookup(stay => stay.First);
        var going = stays.ToLookup(stay => stay.End);
        var ages = new (double, long)[instants.Length];
        var n = 0;
        for (var i = 0; i < instants.Length; i++)
        {
            foreach (var stay in coming[i]) n += Count(stay.Openings, 1);
            foreach (var stay in going[i]) n += Count(stay.Openings, -1);
            if (n == 0) continue;
            var (lower, upper) = (At((n - 1) / 2), At(n / 2));
            ages[i] = (instants[i] - upper + ((upper - lower) / 2.0), n);
        }

        return ages;

        int Count(long[] each, int change)
        {
            foreach (var opening in each)
                for (var place = Array.BinarySearch(openings, opening) + 1; place < counts.Length; place += place & -place)
                    counts[place] += change;
            return each.Length * change;
        }

        // The opening that has `before` ones before it.
        long At(int before)
        {
            var place = 0;
            for (var step = (int)BitOperations.RoundUpToPowerOf2((uint)counts.Length); step > 0; step >>= 1)
                if (place + step < counts.Length && counts[place + step] <= before)
                    before -= counts[place += step];
            return openings[place];
        }
    }
}
