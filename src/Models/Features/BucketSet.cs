namespace Listening.Models.Features;

/// <summary>The distinct buckets of one text, in the order they came; cheap to fill and to empty.</summary>
public sealed class BucketSet
{
    private int[] slots = new int[2048];
    private int[] stamps = new int[2048];
    private int[] items = new int[1024];
    private int stamp = 1;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The buckets.</summary>
    public ReadOnlySpan<int> Items => items.AsSpan(0, Count);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Count = 0;
        stamp++;
    }

    /// <summary>Adds a bucket once.</summary>
    public void Add(int bucket)
    {
        var mask = slots.Length - 1;
        var slot = bucket & mask;
        while (stamps[slot] == stamp)
        {
            if (slots[slot] == bucket) return;
            slot = (slot + 1) & mask;
        }

        stamps[slot] = stamp;
        slots[slot] = bucket;
        if (Count == items.Length) Array.Resize(ref items, items.Length * 2);
        items[Count++] = bucket;
        if (Count * 2 > slots.Length) Grow();
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        stamps = new int[slots.Length];
        stamp = 1;
        var mask = slots.Length - 1;
        foreach (var bucket in Items)
        {
            var slot = bucket & mask;
            while (stamps[slot] == stamp) slot = (slot + 1) & mask;
            stamps[slot] = stamp;
            slots[slot] = bucket;
        }
    }
}
