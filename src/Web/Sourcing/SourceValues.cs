using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Web.Secrets;

namespace Listening.Web.Sourcing;

/// <summary>Settings as they come in: what is told openly, and the secrets that are new.</summary>
internal sealed record SourceValues(IReadOnlyDictionary<string, string> Plain, IReadOnlyDictionary<string, string> Secrets)
{
    private const string Reference = "secret:";

    /// <summary>Whether a kept value stands for a secret.</summary>
    public static bool IsReference(string value) => value.StartsWith(Reference, StringComparison.Ordinal);

    /// <summary>The name of a secret that belongs to a source.</summary>
    public static string SecretName(Guid source, string setting) => $"{SecretPrefix(source)}{setting}";

    /// <summary>What the names of a source's own secrets begin with.</summary>
    public static string SecretPrefix(Guid source) => $"source.{source:N}.";

    /// <summary>
    /// Reads what came in over what is kept: a secret that is left out stays, unless an address is another one, since it would be sent there. Throws
    /// <see cref="SourceRefusedException"/> with every fault.
    /// </summary>
    public static SourceValues Read(ConnectorDeclaration connector, IReadOnlyDictionary<string, JsonElement>? given, IReadOnlyDictionary<string, string> kept)
    {
        if (given is null) return new(kept, new Dictionary<string, string>());
        var (plain, secrets, faults) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string[]>());
        foreach (var (name, element) in given)
        {
            var setting = connector.Settings.FirstOrDefault(declared => declared.Name == name);
            var fault = setting is null ? $"`{name}` is no setting of {connector.Kind}" : Take(setting, element, plain, secrets);
            if (fault is not null) faults[$"settings.{name}"] = [fault];
        }

        var moved = connector.Settings.FirstOrDefault(setting => setting.Kind == SettingKind.Address && Address(setting, plain) != Address(setting, kept));
        foreach (var setting in connector.Settings)
        {
            if (setting.Kind == SettingKind.Secret && Stays(given, setting.Name) && kept.TryGetValue(setting.Name, out var before))
            {
                if (moved is null) plain[setting.Name] = before;
                else faults.TryAdd($"settings.{setting.Name}", [$"`{moved.Name}` is another one, and what is kept would be sent there: type `{setting.Name}` again"]);
            }

            if (setting.Required && !plain.ContainsKey(setting.Name) && !secrets.ContainsKey(setting.Name) && !faults.ContainsKey($"settings.{setting.Name}"))
                faults[$"settings.{setting.Name}"] = [$"`{setting.Name}` is missing"];
        }

        return faults.Count == 0 ? new(plain, secrets) : throw new SourceRefusedException(400, "The source cannot be set up like this", faults);
    }

    /// <summary>Everything at once, for opening the source before its secrets are kept.</summary>
    public Dictionary<string, string> Opened() => new(Plain.Concat(Secrets));

    /// <summary>As it is kept: each new secret by its name.</summary>
    public Dictionary<string, string> Kept(Guid source) => new(Plain.Concat(Secrets.Keys.Select(setting => KeyValuePair.Create(setting, $"{Reference}{SecretName(source, setting)}"))));

    private static string? Address(SettingDeclaration setting, IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(setting.Name)?.Trim() ?? setting.Default;

    private static bool Stays(IReadOnlyDictionary<string, JsonElement> given, string setting) =>
        !given.TryGetValue(setting, out var element) || element.ValueKind == JsonValueKind.Object;

    private static string? Take(SettingDeclaration setting, JsonElement element, Dictionary<string, string> plain, Dictionary<string, string> secrets)
    {
        if (setting.Kind == SettingKind.Secret && element.ValueKind == JsonValueKind.Object) return null;
        if (Text(element) is not { } text) return $"`{setting.Name}` must be text, a number, true, false or a list of texts";
        if (text.Trim().Length == 0) return null;
        if (setting.Kind == SettingKind.Secret)
        {
            if (IsReference(text)) plain[setting.Name] = text;
            else if (SecretRules.Fault("any", text) is { } fault) return fault;
            else secrets[setting.Name] = text;
            return null;
        }

        // Else a setting that is shown, or sent to whoever the address belongs to, would tell any secret of the house.
        if (IsReference(text)) return $"`{setting.Name}` is no secret and cannot name one";
        if (setting.Choices.Count > 0 && !setting.Choices.Contains(text, StringComparer.Ordinal)) return $"`{setting.Name}` is none of {string.Join(", ", setting.Choices)}";
        if (setting.Kind == SettingKind.Switch && text is not ("true" or "false")) return $"`{setting.Name}` must be true or false";
        plain[setting.Name] = text;
        return null;
    }

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        JsonValueKind.Null => "",
        JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join('\n', element.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };
}
