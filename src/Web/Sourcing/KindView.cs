using Listening.Collecting;
using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>A kind of source, as forms are drawn from it.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Title">Its name on screens.</param>
/// <param name="Summary">What it brings, and what it cannot.</param>
/// <param name="Account">What it takes to use it.</param>
/// <param name="Audience">Who may read its posts where they were written.</param>
/// <param name="Sees">What it shows, told all it can be told; a source shows what its settings allow.</param>
/// <param name="CannotSee">What it does not show: there it is "no data", never zero.</param>
/// <param name="Every">Seconds between two pulls unless somebody says otherwise.</param>
/// <param name="Shortest">The fewest seconds between two pulls.</param>
/// <param name="Settings">What it is told, in the order in which a form asks.</param>
public sealed record KindView(
    string Kind, string Title, string Summary, AccountNeed Account, Audience Audience, SightView Sees, IReadOnlyList<string> CannotSee, double Every, double Shortest,
    IReadOnlyList<SettingView> Settings)
{
    /// <summary>The view of a connector.</summary>
    public static KindView Of(ConnectorDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var sight = SightView.Of(declaration.Sight);
        return new(
            declaration.Kind, declaration.Title, declaration.Summary, declaration.Account, declaration.Audience,
            sight, sight.Hidden(), declaration.Every.TotalSeconds, declaration.Shortest.TotalSeconds,
            [.. declaration.Settings.Select(SettingView.Of)]);
    }
}
