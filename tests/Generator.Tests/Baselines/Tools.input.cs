#nullable enable
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Functions of the contract, of a method, of a parameter, and none.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [Tools(typeof(IWeatherTools))]
    public partial interface IToolDesk
    {
        /// <summary>The contract's functions.</summary>
        [Prompt("{question}")]
        Task<PromptResult<string>> AskAsync(string question, CancellationToken cancellationToken = default);

        /// <summary>Functions of its own, on an instance at hand.</summary>
        [Prompt("{question}")]
        [Tools(typeof(MathTools), MaxRounds = 2, OnError = ToolErrorHandling.Throw, RequireApproval = true)]
        Task<string> CountAsync(Conversation? conversation, string question, [Tools] OrderTools orders, ToolApproval? approve = null);

        /// <summary>A stream.</summary>
        [Prompt("{question}")]
        PromptStream<string> StreamAsync(string question);

        /// <summary>No functions.</summary>
        [Prompt("{question}")]
        [Tools]
        Task<string> ThinkAsync(string question);
    }

    /// <summary>Of an interface.</summary>
    public interface IWeatherTools
    {
        /// <summary>A task of a record.</summary>
        [Tool("The forecast of a city")]
        Task<Forecast> GetForecastAsync([Description("The city's name")] string city, [Range(1, 14)] int days = 3, Unit? unit = null, CancellationToken cancellationToken = default);

        /// <summary>Nothing in, a list out.</summary>
        [Tool(Name = "list-cities")]
        [Description("The cities there are")]
        IReadOnlyList<string> GetCities();
    }

    /// <summary>A result.</summary>
    public sealed record Forecast(string City, IReadOnlyList<double> Temperatures, Unit Unit);

    /// <summary>An argument.</summary>
    public enum Unit
    {
        /// <summary>A.</summary>
        Celsius,
        /// <summary>B.</summary>
        Fahrenheit,
    }

    /// <summary>Static ones.</summary>
    public static class MathTools
    {
        /// <summary>Adds two numbers, as <see cref="Math"/> would.</summary>
        /// <param name="left">The first one.</param>
        /// <param name="right">The other.</param>
        /// <returns>The sum.</returns>
        [Tool]
        public static double Add(double left, double right) => left + right;
    }

    /// <summary>Of a class with a base.</summary>
    public class OrderTools : OrderToolsBase
    {
        /// <summary>Of services, with nothing to tell.</summary>
        [Tool("Cancels an order", RequiresApproval = true)]
        public virtual ValueTask CancelAsync(Guid id, string? reason, [ToolService] IFormatProvider formats, IServiceProvider services) => default;
    }

    /// <summary>A base.</summary>
    public class OrderToolsBase
    {
        /// <summary>A nullable value task.</summary>
        [Tool("Finds an order")]
        public virtual ValueTask<string?> FindAsync(string @class) => new ValueTask<string?>(@class);
    }
}
