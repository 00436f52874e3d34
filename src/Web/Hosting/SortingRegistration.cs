using Listening.Classifying;
using Listening.Models.Learning;
using Listening.Models.Living;

namespace Listening.Web.Hosting;

/// <summary>Puts the models into a program.</summary>
public static class SortingRegistration
{
    /// <summary>
    /// What sorts posts on their way in, with the models of the settings and what was learned in the data directory; nothing when it is switched off. Throws <see cref="SettingException"/> when they cannot be read.
    /// </summary>
    public static async Task<IServiceCollection> AddSortingAsync(this IServiceCollection services, ModelSettings settings, DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        if (settings.Folder is not { } folder) return services;
        try
        {
            var library = await ModelLibrary.OpenAsync(folder, data.Models, time, cancellationToken);
            // A factory, so that the container disposes it.
            return services.AddSingleton(_ => library).AddSingleton<IPostClassifier>(provider => provider.GetRequiredService<ModelLibrary>())
                .AddSingleton<ITextExplainer>(provider => provider.GetRequiredService<ModelLibrary>()).AddSingleton<PostSorting>();
        }
        catch (Exception exception) when (exception is IOException or ArtefactException or UnauthorizedAccessException)
        {
            throw new SettingException("Models:Folder", exception.Message);
        }
    }
}
