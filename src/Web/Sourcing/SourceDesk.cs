using System.Text.Json;
using Listening.Access;
using Listening.Collecting.Pulling;
using Listening.Desk.Sources;

namespace Listening.Web.Sourcing;

/// <summary>Shows, sets up, changes, tries and removes sources. What is refused is a <see cref="SourceRefusedException"/>.</summary>
public sealed class SourceDesk(
    ConfiguredSources sources, SourceStates states, SourceCursors cursors, SourceOpening opening, SourceTrial trial, ISecretKeeper secrets, ISourceSchedule schedule,
    TimeProvider time)
{
    /// <summary>The kinds of sources there are.</summary>
    public IReadOnlyList<KindView> Kinds() => [.. opening.Connectors.Select(connector => KindView.Of(connector.Declaration)).OrderBy(kind => kind.Account).ThenBy(kind => kind.Title, StringComparer.Ordinal)];

    /// <summary>All sources, by name.</summary>
    public async Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken cancellationToken)
    {
        var (listed, tried) = (await sources.ListAsync(cancellationToken), await states.ListAsync(cancellationToken));
        var gaps = (await cursors.GapsAsync(null, cancellationToken)).ToLookup(gap => gap.Source);
        return [.. listed.Select(source => View(source, tried.GetValueOrDefault(source.Id) ?? new(), gaps[source.Id]))];
    }

    /// <summary>One source; null when there is none.</summary>
    public async Task<SourceView?> FindAsync(Guid id, CancellationToken cancellationToken) => await sources.FindAsync(id, cancellationToken) is { } source
        ? View(source, await states.ReadAsync(id, cancellationToken), await cursors.GapsAsync(id, cancellationToken))
        : null;

    /// <summary>Sets a source up and pulls it at once unless it is paused.</summary>
    public async Task<SourceView> AddAsync(SourceBody body, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var connector = Connector(body.Kind);
        var source = new ConfiguredSource(Guid.NewGuid(), SourceRules.Name(body.Name, connector, opening.Connectors), connector.Kind)
        {
            Every = SourceRules.Every(body.Every, connector),
            Paused = body.Paused ?? false,
            Added = time.GetUtcNow(),
        };
        var values = SourceValues.Read(connector, body.Settings ?? new Dictionary<string, JsonElement>(), source.Values);
        await CheckAsync(source, values, cancellationToken);
        await RefuseTakenAsync(source, cancellationToken);
        await KeepAsync(source.Id, values, by, cancellationToken);
        source = source with { Values = values.Kept(source.Id) };
        if (await sources.AddAsync(source, by, cancellationToken) != SourceChange.Done) throw Taken(source.Name);
        return await ScheduledAsync(source, cancellationToken);
    }

    /// <summary>Changes a source; null when there is none.</summary>
    public async Task<SourceView?> ChangeAsync(Guid id, SourceBody body, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (await sources.FindAsync(id, cancellationToken) is not { } before) return null;
        if (body.Kind is not null && body.Kind != before.Kind) throw SourceRefusedException.Of("kind", "A source keeps its kind; set up another one.");
        var connector = Connector(before.Kind);
        var values = SourceValues.Read(connector, body.Settings, before.Values);
        var next = before with
        {
            Name = body.Name is null ? before.Name : SourceRules.Name(body.Name, connector, opening.Connectors),
            Every = body.Every is null ? before.Every : SourceRules.Every(body.Every, connector),
            Paused = body.Paused ?? before.Paused,
            Version = before.Version + 1,
        };
        // A pause must not fail because of a secret that is gone meanwhile.
        if (body.Settings is not null) await CheckAsync(next, values, cancellationToken);
        await RefuseTakenAsync(next, cancellationToken);
        await KeepAsync(id, values, by, cancellationToken);
        next = next with { Values = values.Kept(id) };
        var changed = await sources.ChangeAsync(next, by, cancellationToken);
        if (changed == SourceChange.NameTaken) throw Taken(next.Name);
        if (changed == SourceChange.Overtaken)
            throw new SourceRefusedException(409, "Somebody else changed the source", new Dictionary<string, string[]> { ["version"] = ["It was changed or removed meanwhile. Look at it and change that."] });
        await ForgetAsync(id, next.Values, by, cancellationToken);
        return await ScheduledAsync(next, cancellationToken);
    }

    /// <summary>Removes a source and its secrets; its posts stay. False when there is none.</summary>
    public async Task<bool> RemoveAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        if (!await sources.RemoveAsync(id, by, cancellationToken)) return false;
        await schedule.SetAsync(id, cancellationToken);
        await ForgetAsync(id, new Dictionary<string, string>(), by, cancellationToken);
        return true;
    }

    /// <summary>Pulls a source as soon as there is a hand free; false when there is none.</summary>
    public async Task<bool> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(id, cancellationToken) is null) return false;
        await schedule.RunNowAsync(id, cancellationToken);
        return true;
    }

    /// <summary>Tries settings and stores nothing.</summary>
    public async Task<TrialReport> TestAsync(SourceTestBody body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var kept = body.Id is { } id ? await sources.FindAsync(id, cancellationToken) ?? throw SourceRefusedException.Of("id", "There is no such source.") : null;
        var connector = Connector(kept?.Kind ?? body.Kind);
        var given = body.Settings ?? (kept is null ? new Dictionary<string, JsonElement>() : null);
        var values = SourceValues.Read(connector, given, kept?.Values ?? new Dictionary<string, string>());
        var pages = body.Pages ?? 1;
        if (pages is < 1 or > SourceTrial.MostPages) throw SourceRefusedException.Of("pages", $"1 to {SourceTrial.MostPages} pages can be tried.");
        try
        {
            return await trial.RunAsync(body.Name ?? kept?.Name ?? "test", connector.Kind, values.Opened(), pages, cancellationToken);
        }
        catch (SourceSettingsException fault)
        {
            throw SourceRefusedException.Of($"settings.{fault.Setting}", fault.Message);
        }
    }

    private ConnectorDeclaration Connector(string? kind) => kind is not null && opening.Find(kind) is { } connector
        ? connector.Declaration
        : throw SourceRefusedException.Of("kind", $"The kind is one of {string.Join(", ", opening.Connectors.Select(known => known.Declaration.Kind))}.");

    private async Task CheckAsync(ConfiguredSource source, SourceValues values, CancellationToken cancellationToken)
    {
        try
        {
            await opening.OpenAsync(source.Name, source.Kind, values.Opened(), cancellationToken);
        }
        catch (SourceSettingsException fault)
        {
            throw SourceRefusedException.Of($"settings.{fault.Setting}", fault.Message);
        }
    }

    private async Task RefuseTakenAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        if ((await sources.ListAsync(cancellationToken)).Any(other => other.Name == source.Name && other.Id != source.Id)) throw Taken(source.Name);
    }

    private static SourceRefusedException Taken(string name) => SourceRefusedException.Of("name", $"Another source is called '{name}'.");

    private async Task KeepAsync(Guid id, SourceValues values, Actor by, CancellationToken cancellationToken)
    {
        foreach (var (setting, value) in values.Secrets) await secrets.SetAsync(SourceValues.SecretName(id, setting), value, by, cancellationToken);
    }

    private async Task ForgetAsync(Guid id, IReadOnlyDictionary<string, string> used, Actor by, CancellationToken cancellationToken)
    {
        foreach (var secret in await secrets.ListAsync(cancellationToken))
        {
            if (secret.Name.StartsWith(SourceValues.SecretPrefix(id), StringComparison.Ordinal) && !used.Values.Contains($"secret:{secret.Name}"))
                await secrets.RemoveAsync(secret.Name, by, cancellationToken);
        }
    }

    private async Task<SourceView> ScheduledAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        await schedule.SetAsync(source.Id, cancellationToken);
        if (!source.Paused) await schedule.RunNowAsync(source.Id, cancellationToken);
        return View(source, await states.ReadAsync(source.Id, cancellationToken), await cursors.GapsAsync(source.Id, cancellationToken));
    }

    private SourceView View(ConfiguredSource source, SourceState state, IEnumerable<FoundGap> gaps) => SourceView.Of(
        source, opening.Find(source.Kind)?.Declaration, SourceStateView.Of(source, state, time.GetUtcNow()),
        [.. gaps.Select(gap => new GapView(gap.Gap.Stream, gap.Gap.From, gap.Gap.To, gap.Gap.Reason, gap.Found))]);
}
