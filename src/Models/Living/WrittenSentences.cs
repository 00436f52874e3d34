using Listening.Models.Data;

namespace Listening.Models.Living;

/// <summary>Sentences that were written for a task and travel inside the assembly.</summary>
internal static class WrittenSentences
{
    /// <summary>Whether there are some for a task.</summary>
    public static bool Has(string task) => typeof(DataFolder).Assembly.GetManifestResourceInfo($"Written/{task}.tsv") is not null;
}
