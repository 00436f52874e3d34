using System.CommandLine;

namespace Listening.Web.Commands.Learning;

/// <summary>Options that learning and evaluating have in common.</summary>
internal static class LearningOptions
{
    public static Option<string> Text() => new("--text") { Description = "Column of the text.", HelpName = "COLUMN", DefaultValueFactory = _ => "text" };

    public static Option<string> Label() => new("--label") { Description = "Column of the label.", HelpName = "COLUMN", DefaultValueFactory = _ => "label" };

    public static Option<string> Models() => new("--models") { Description = "Folder of the models.", HelpName = "DIR", DefaultValueFactory = _ => "models" };
}
