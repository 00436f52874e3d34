using System.Globalization;
using Listening.Conversations;

namespace Listening.Web.Hosting;

/// <summary>Section <c>Models</c>: what sorts posts, and from when on a wait opens by it.</summary>
/// <param name="Folder">The folder of the models; null when posts are not sorted.</param>
/// <param name="Rules">What the clock goes by.</param>
public sealed record ModelSettings(string? Folder, ClockRules Rules)
{
    /// <summary>
    /// Reads <c>Sort</c> (<c>true</c> or <c>false</c>, true when absent), <c>Folder</c> (the models beside the program when absent) and <c>OpensFrom</c> (the
    /// probability of a complaint or a question from which a wait opens, above 0 to 1). Throws <see cref="SettingException"/>.
    /// </summary>
    public static ModelSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Models");
        var folder = section["Folder"] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "models");
        var sort = section["Sort"]?.ToLowerInvariant() switch
        {
            null or "" or "true" => true,
            "false" => false,
            var other => throw new SettingException("Models:Sort", $"'{other}' is neither true nor false"),
        };
        if (sort && !File.Exists(Path.Combine(folder, "features.bin")))
            throw new SettingException("Models:Folder", $"{folder} has no features.bin; with Models:Sort=false posts are not sorted");
        var rules = new ClockRules();
        if (section["OpensFrom"] is { Length: > 0 } text)
            rules = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var from) && from is > 0 and <= 1
                ? rules with { OpensFrom = from }
                : throw new SettingException("Models:OpensFrom", $"'{text}' is no probability above 0 and at most 1. Example: 0.15");
        return new(sort ? folder : null, rules);
    }
}
