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

    /// <summary>The path of a folder below <c>shared</c>, found the same way; the test is skipped, with the reason, where it is absent.</summary>
    public static string Folder(string relative)
    {
        var path = Candidates().Select(shared => Path.Combine(shared, relative)).FirstOrDefault(Directory.Exists);
        Assert.SkipUnless(path is not null, $"shared/{relative} is not on this machine (LISTENING_SHARED names the folder 'shared').");
        return path!;
    }

    private static string? Find(string relative) =>
        Candidates().Select(shared => Path.Combine(shared, "data", relative)).FirstOrDefault(System.IO.File.Exists);

    private static IEnumerable<string> Candidates()
    {
        var named = Environment.GetEnvironmentVariable("LISTENING_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return named ?? Path.Combine(folder.FullName, "shared");
        }
    }
}
