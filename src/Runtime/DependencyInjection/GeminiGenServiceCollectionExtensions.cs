using GeminiGen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Gemini client.</summary>
public static class GeminiGenServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="GeminiClient"/> as a singleton over the named HTTP client <see cref="GeminiClient.HttpClientName"/>, with its options
    /// validated when the host starts. Calling it again adds nothing twice.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder that generated registrations such as <c>AddSupportDesk()</c> extend.</returns>
    public static GeminiGenBuilder AddGeminiGen(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<GeminiOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GeminiOptions>, GeminiOptionsValidator>());
        services.TryAddSingleton(CreateClient);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, RealCallFilter>());
        return new GeminiGenBuilder(services, NamedHttpClient.Configure(services.AddHttpClient(GeminiClient.HttpClientName)));
    }

    /// <summary>Registers the client with options set in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that generated registrations such as <c>AddSupportDesk()</c> extend.</returns>
    public static GeminiGenBuilder AddGeminiGen(this IServiceCollection services, Action<GeminiOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return services.AddGeminiGen();
    }

    /// <summary>
    /// Registers the client with options from configuration: the section <c>Gemini</c> when there is one, else the section given. Its keys are
    /// the names of <see cref="GeminiOptions"/>; unknown keys and values that cannot be read are errors. Bound without reflection.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration, or its section for Gemini.</param>
    /// <returns>A builder that generated registrations such as <c>AddSupportDesk()</c> extend.</returns>
    public static GeminiGenBuilder AddGeminiGen(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddGeminiGen(options => GeminiOptionsBinder.Bind(configuration, options));
    }

    private static GeminiClient CreateClient(IServiceProvider provider)
    {
        GeminiOptions options = provider.GetRequiredService<IOptions<GeminiOptions>>().Value;
        FactoryHttpSender sender = new(provider.GetRequiredService<IHttpClientFactory>(), options.TimeProvider);
        return new GeminiClient(options, sender, provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance);
    }
}
