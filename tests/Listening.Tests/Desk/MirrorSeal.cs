using Listening.Access;

namespace Listening.Tests.Desk;

/// <summary>Closes by turning around: enough to see that what is stored is not what was given.</summary>
public sealed class MirrorSeal : ISeal
{
    public string Close(string text) => new([.. text.Reverse()]);

    public string Open(string closed) => Close(closed);
}
