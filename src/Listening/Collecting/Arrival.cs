namespace Listening.Collecting;

/// <summary>How a post reached us, which decides whether the source's instant is believed.</summary>
public enum Arrival
{
    /// <summary>Pulled, streamed or pushed as it happened: an instant far from the first sight is clamped.</summary>
    Live,

    /// <summary>A back-fill or an import: an instant of the past is believed.</summary>
    Backfill,
}
