namespace Listening.Benchmarks.Scale;

/// <summary>What a store of one size cost. A null was not measured at this size.</summary>
public sealed record ScaleStep
{
    /// <summary>Posts in the store.</summary>
    public required long Posts { get; init; }

    /// <summary>Posts that this step imported on top of the step before.</summary>
    public required int Imported { get; init; }

    /// <summary>Conversations written up to here: the number of the next.</summary>
    public long Conversations { get; set; }

    /// <summary>Import, conversations and waits included, posts per second.</summary>
    public double ImportRate { get; set; }

    /// <summary>The engine alone reading the same file into one plain table, posts per second.</summary>
    public double BaselineRate { get; set; }

    /// <summary>The import's peak resident memory, bytes.</summary>
    public long ImportPeakBytes { get; set; }

    /// <summary>The data directory, bytes.</summary>
    public long DiskBytes { get; set; }

    /// <summary>From the command to <c>/readyz</c> 200, seconds.</summary>
    public double StartSeconds { get; set; }

    /// <summary>Resident memory ten seconds after the start, bytes.</summary>
    public long IdleBytes { get; set; }

    /// <summary>Resident memory after every tile was asked, bytes.</summary>
    public long AfterTilesBytes { get; set; }

    /// <summary>Peak resident memory of the server in this step, bytes.</summary>
    public long PeakBytes { get; set; }

    /// <summary>The nightly optimize, seconds.</summary>
    public double? OptimizeSeconds { get; set; }

    /// <summary>Everything derived again, seconds.</summary>
    public double? RebuildSeconds { get; set; }

    /// <summary>Every tile's times.</summary>
    public List<TileTime> Tiles { get; init; } = [];

    /// <summary>The live way in.</summary>
    public LivePosts? Live { get; set; }

    /// <summary>From accepted to moved in the browser, by tile.</summary>
    public List<BrowserMove> Moves { get; set; } = [];
}
