using Listening.Collecting.Pulling;

namespace Listening.Sources.Http;

/// <summary>Notes budgets for whoever watches the flow of control in which a request is made.</summary>
internal sealed class RateWatch : IRateWatch
{
    private readonly AsyncLocal<Notes?> current = new();

    /// <inheritdoc/>
    public async Task<(T Result, RateBudget? Budget)> WatchAsync<T>(Func<Task<T>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        // Set in this method alone: who called it watches what they watched before.
        var notes = new Notes();
        current.Value = notes;
        return (await ask(), notes.Scarcest);
    }

    /// <summary>Notes a budget, where somebody watches.</summary>
    public void Note(RateBudget budget) => current.Value?.Take(budget);

    private sealed class Notes
    {
        private readonly Lock gate = new();
        private RateBudget? scarcest;

        public RateBudget? Scarcest
        {
            get
            {
                lock (gate) return scarcest;
            }
        }

        // The newest word on the same window counts, since it is the lower one; a window that began anew in between is told by the next run.
        public void Take(RateBudget budget)
        {
            lock (gate) scarcest = RateBudget.Scarcer(scarcest, budget);
        }
    }
}
