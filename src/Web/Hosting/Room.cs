namespace Listening.Web.Hosting;

/// <summary>A room that people go to.</summary>
/// <param name="Id">Its name in addresses; its page is <c>dashboards/ID/index.html</c>.</param>
/// <param name="Title">As the navigation names it.</param>
/// <param name="Scope">What one needs to enter.</param>
/// <param name="Shown">Whether the navigation has it.</param>
public sealed record Room(string Id, string Title, string Scope, bool Shown = true)
{
    /// <summary>Where it is.</summary>
    public string Address => $"/{Id}";
}
