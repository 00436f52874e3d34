using System.Reflection;

namespace Listening.Store.Schema;

/// <summary>One numbered file of the schema.</summary>
/// <param name="Name">As <c>0001_posts_and_facts</c>: four digits, then what it brings.</param>
/// <param name="Sql">Statements, each ended by a semicolon.</param>
public sealed record SchemaFile(string Name, string Sql)
{
    private const string Folder = "Schema/";

    /// <summary>The files this program carries, in order.</summary>
    public static IReadOnlyList<SchemaFile> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(Folder, StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal)
               orderby resource
               select new SchemaFile(resource[Folder.Length..^4], Text(assembly, resource)),
        ];
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
