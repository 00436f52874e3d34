namespace Listening.Web.Hosting;

/// <summary>Where settings come from; a later one wins.</summary>
public static class Settings
{
    /// <summary>
    /// Beside the program, in the data directory, then the environment (<c>LISTENING__Section__Key</c>). Whatever the working directory holds is
    /// not looked at: a stranger's file there must not become a setting.
    /// </summary>
    public static IConfigurationBuilder AddListening(this IConfigurationBuilder configuration, DataDirectory data)
    {
        ArgumentNullException.ThrowIfNull(data);
        configuration.Sources.Clear();
        return configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(data.Path, "appsettings.json"), optional: true)
            .AddEnvironmentVariables("LISTENING__");
    }
}
