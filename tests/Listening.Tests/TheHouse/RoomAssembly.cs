using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Listening.Tests.TheHouse;

/// <summary>What a built assembly of ours refers to, read from its metadata without loading it.</summary>
internal sealed class RoomAssembly
{
    private RoomAssembly(string name, MetadataReader metadata)
    {
        Name = name;
        References = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        NativeLibraries = [.. Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.ModuleRef))
            .Select(row => metadata.GetString(metadata.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)).Name))];
        Namespaces = [.. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Namespace)).Distinct()];
    }

    /// <summary>Every assembly of the product beside the tests, by name.</summary>
    public static IReadOnlyDictionary<string, RoomAssembly> All { get; } = Directory.EnumerateFiles(AppContext.BaseDirectory, "Listening*.dll")
        .Where(file => Path.GetFileNameWithoutExtension(file) != "Listening.Tests")
        .Select(Read).ToDictionary(room => room.Name);

    public string Name { get; }

    public IReadOnlyList<string> References { get; }

    /// <summary>Libraries it calls by P/Invoke.</summary>
    public IReadOnlyList<string> NativeLibraries { get; }

    /// <summary>Namespaces of the foreign types it names.</summary>
    public IReadOnlyList<string> Namespaces { get; }

    /// <summary>Other assemblies of the product it refers to.</summary>
    public IEnumerable<string> Rooms => References.Where(name => name == "Listening" || name.StartsWith("Listening.", StringComparison.Ordinal));

    /// <summary>Assemblies that are neither ours nor of .NET itself.</summary>
    public IEnumerable<string> Foreign => References.Except(Rooms).Where(name => !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{name}.dll")));

    private static RoomAssembly Read(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        return new(Path.GetFileNameWithoutExtension(file), image.GetMetadataReader());
    }
}
