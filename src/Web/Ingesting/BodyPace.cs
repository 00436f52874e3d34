using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Listening.Web.Ingesting;

/// <summary>How slowly a body may come in, so that senders who dribble do not fill the server.</summary>
public static class BodyPace
{
    /// <summary>Bytes a second, on average over the body; a body has some seconds before it is looked at.</summary>
    public static MinDataRate Least { get; } = new(240, TimeSpan.FromSeconds(5));

    /// <summary>The same for people.</summary>
    public static string Text { get; } = $"{Least.BytesPerSecond:0} bytes a second after its first {Least.GracePeriod.TotalSeconds:0} seconds";

    /// <summary>Longest time between two pieces.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
}
