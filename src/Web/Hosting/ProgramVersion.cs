using System.Reflection;

namespace Listening.Web.Hosting;

/// <summary>The program's version.</summary>
public static class ProgramVersion
{
    /// <summary>As people say it, without the build's mark.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
