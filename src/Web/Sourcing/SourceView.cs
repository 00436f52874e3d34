using Listening.Collecting;
using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>A configured source, without its secrets.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its connector.</param>
/// <param name="Audience">Who may read its posts where they were written; null when this program has no such connector.</param>
/// <param name="Every">Seconds between two pulls.</param>
/// <param name="Paused">Whether it rests.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Settings">By name: text, of several values one a line; of a secret only <c>{"kept":true}</c>.</param>
/// <param name="Sees">What it shows under these settings; null when this program has no such connector.</param>
/// <param name="CannotSee">What it does not show: there it is "no data", never zero.</param>
/// <param name="State">How it does.</param>
/// <param name="Gaps">What could not be read any more, the newest first.</param>
public sealed record SourceView(
    Guid Id, string Name, string Kind, Audience? Audience, double Every, bool Paused, int Version, IReadOnlyDictionary<string, object> Settings, SightView? Sees,
    IReadOnlyList<string> CannotSee, SourceStateView State, IReadOnlyList<GapView> Gaps)
{
    /// <summary>The view of a source; <paramref name="connector"/> is null when there is none of its kind.</summary>
    public static SourceView Of(ConfiguredSource source, ConnectorDeclaration? connector, SourceStateView state, IReadOnlyList<GapView> gaps)
    {
        ArgumentNullException.ThrowIfNull(source);
        var settings = source.Values.OrderBy(value => value.Key, StringComparer.Ordinal)
            .ToDictionary(value => value.Key, value => SourceValues.IsReference(value.Value) ? new KeptSecret() : (object)value.Value);
        var sight = connector is null ? null : SightView.Of(connector.SightOf(source.Values));
        return new(
            source.Id, source.Name, source.Kind, connector?.Audience, source.Every.TotalSeconds, source.Paused, source.Version, settings, sight, sight?.Hidden() ?? [], state, gaps);
    }
}
