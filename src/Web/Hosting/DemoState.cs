namespace Listening.Web.Hosting;

/// <summary>Whether this process shows a simulated world.</summary>
/// <param name="Simulated">It does: every screen, file and mail says so.</param>
public sealed record DemoState(bool Simulated);
