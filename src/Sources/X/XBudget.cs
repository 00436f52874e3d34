using System.Globalization;

namespace Listening.Sources.X;

/// <summary>
/// What one source may spend in a day, in reads, whatever it is spent on. The searches' marks carry it over a restart, so that what is lost is at most what was spent since the last page. Looking
/// posts and conversations up again takes a third at most, so that what is new always gets its share.
/// </summary>
internal sealed class XBudget(int reads, TimeProvider time)
{
    private const int ShareOfFollowing = 3;
    private readonly Lock gate = new();
    private string day = "";
    private int spent;
    private int following;

    /// <summary>Today in UTC, as marks write it.</summary>
    public string Day => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When the next day begins.</summary>
    public DateTimeOffset Tomorrow => new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1);

    /// <summary>Reads of today.</summary>
    public int Spent
    {
        get
        {
            lock (gate)
            {
                Turn();
                return spent;
            }
        }
    }

    /// <summary>Reads that are left today.</summary>
    public int Left => reads - Spent;

    /// <summary>Reads that are left today for what was read before.</summary>
    public int LeftToFollow
    {
        get
        {
            lock (gate)
            {
                Turn();
                return Math.Min(reads - spent, (reads / ShareOfFollowing) - following);
            }
        }
    }

    /// <summary>The budget in words.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"the day's {reads} paid reads are used up");

    /// <summary>Takes over what a mark says was spent on a day.</summary>
    public void Learn(string onDay, int cost)
    {
        lock (gate)
        {
            Turn();
            if (onDay == day) spent = Math.Max(spent, cost);
        }
    }

    /// <summary>Writes down what a request cost.</summary>
    public void Spend(int cost, bool follows = false)
    {
        lock (gate)
        {
            Turn();
            spent += cost;
            if (follows) following += cost;
        }
    }

    private void Turn()
    {
        var today = Day;
        if (today == day) return;
        (day, spent, following) = (today, 0, 0);
    }
}
