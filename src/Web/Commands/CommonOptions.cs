using System.CommandLine;

namespace Listening.Web.Commands;

/// <summary>Options that several commands have.</summary>
public static class CommonOptions
{
    /// <summary><c>--data DIR</c>.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "The data directory.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
    };
}
