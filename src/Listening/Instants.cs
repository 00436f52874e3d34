namespace Listening;

/// <summary>Instants as they are kept and told.</summary>
public static class Instants
{
    /// <summary>The same in UTC to the whole millisecond, as every store keeps it and the API tells it: who is told an instant can ask for exactly that one.</summary>
    public static DateTimeOffset WholeMilliseconds(this DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
