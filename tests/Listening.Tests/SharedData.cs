using Xunit;

namespace Listening.Tests;

/// <summary>Public data that tests read and the repository does not hold.</summary>
public static class SharedData
{
    /// <summary>
    /// The path of a file below <c>shared/data</c>, found upwards from the test's binary or in <c>LISTENING_SHARED</c>; the test is skipped, with
    /// the reason, where it is absent.
    /// </summary>
    public static string File(string relative)
    {
        var path = Find(relative);
        Assert.SkipUnless(path is not null, $"shared/data/{relative} is not on this machine (LISTENING_SHARED names the folder 'shared').");
        return path!;
    }

    private static string? Find(string relative)
    {
        var named = Environment.GetEnvironmentVariable("LISTENING_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(named ?? Path.Combine(folder.FullName, "shared"), "data", relative);
            if (System.IO.File.Exists(path)) return path;
        }
        return null;
    }
}
